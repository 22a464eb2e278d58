import { setTimeout as wait } from 'node:timers/promises'
import { EmbeddingModelError } from '../models/embedding-model-error.ts'
import type { Database } from '../store/database.ts'
import { DatabaseFullError } from '../store/database-full-error.ts'
import { DatabaseGoneError } from '../store/database-gone-error.ts'
import { type EmbeddingIndex, findActiveIndex, openEmbeddingIndex } from '../store/embedding-index.ts'
import { findIdleIndexes } from '../store/find-idle-indexes.ts'
import { removeIndex } from '../store/remove-index.ts'
import { tidy } from '../store/tidy.ts'
import type { Embeddings } from './embeddings.ts'
import { fillAndSwitch } from './fill-and-switch.ts'

export interface ReembedParts {
  database: Database
  embeddings: Embeddings
}

export interface ReembedOptions {
  /** Hears in German what is done. */
  say(message: string): void
  /** How long a failing endpoint or database is left alone, in milliseconds. */
  pauseMs?: number
}

/** `abandoned`: another process went back to the old model and removed what was filled. `stopped`: by the signal. */
export type Reembedded = 'unchanged' | 'switched' | 'abandoned' | 'stopped'

/**
 * Brings the library to the configured embedding model: embeds every passage beside the old vectors, lets the new ones
 * answer in one step, then removes the old. Goes on where it was broken off, at any point; several processes may run it
 * at once. Pauses while the endpoint or the database fails.
 */
export async function reembed(
  parts: ReembedParts,
  { say, pauseMs = 30_000 }: ReembedOptions,
  signal: AbortSignal,
): Promise<Reembedded> {
  let lastFault = ''
  while (!signal.aborted) {
    try {
      return await bringOver(parts, say, signal)
    } catch (error) {
      if (signal.aborted) break
      if (!isPassing(error)) throw error
      if (error.message !== lastFault)
        say(`${error.message} Die Neueinbettung ruht und wird alle ${pauseMs / 1000} Sekunden wieder versucht.`)
      lastFault = error.message
      await wait(pauseMs, undefined, { signal }).catch(() => {})
    }
  }
  return 'stopped'
}

async function bringOver(parts: ReembedParts, say: ReembedOptions['say'], signal: AbortSignal): Promise<Reembedded> {
  const active = await findActiveIndex(parts.database)
  const { configured } = parts.embeddings
  if (!active) return 'unchanged'
  if (active.model === configured) {
    await removeIdle(parts.database, say)
    return 'unchanged'
  }
  say(`Der Bestand wird für das Einbettungsmodell ${configured} neu eingebettet; bis dahin gilt ${active.model}.`)
  const outcome = await fillAndSwitch(parts, await openNext(parts), say, signal)
  if (outcome === 'abandoned')
    say(`Die Neueinbettung endet: ein anderer Prozess ist auf ein anderes Modell eingestellt.`)
  if (outcome !== 'switched') return outcome
  say(`Ab jetzt wird mit dem Einbettungsmodell ${configured} gesucht.`)
  await removeIdle(parts.database, say)
  return outcome
}

/** An index half filled by a model of the same name but another dimension is begun anew. */
async function openNext({ database, embeddings }: ReembedParts): Promise<EmbeddingIndex> {
  const { id, dimension } = await embeddings.openConfigured()
  const begun = await openEmbeddingIndex(database, id, dimension)
  if (begun.dimension === dimension) return begun
  await removeIndex(database, begun.id)
  return openEmbeddingIndex(database, id, dimension)
}

async function removeIdle(database: Database, say: ReembedOptions['say']): Promise<void> {
  const idle = await findIdleIndexes(database)
  for (const { id, model } of idle) {
    await removeIndex(database, id)
    say(`Die Vektoren des Einbettungsmodells ${model} sind entfernt.`)
  }
  if (idle.length > 0) await tidy(database)
}

function isPassing(error: unknown): error is Error {
  return (
    error instanceof EmbeddingModelError || error instanceof DatabaseGoneError || error instanceof DatabaseFullError
  )
}
