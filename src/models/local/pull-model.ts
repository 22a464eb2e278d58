import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChatModelFile, ModelSource } from './chat-models.ts'
import { download } from './download.ts'
import { fetchWheels } from './fetch-wheels.ts'
import { hashFile } from './hash-file.ts'
import { asDiskError, ModelPullError } from './model-pull-error.ts'

export interface PullParts {
  /** Where model files lie. */
  folder: string
  /** Address of the model hub. */
  hub: string
  signal: AbortSignal
  idleMs?: number
  say: (message: string) => void
  onProgress: (bytes: number, of: number) => void
}

const usualIdleMs = 60_000

/**
 * Brings a model file here, from its sources in order, and checks its SHA-256. Only a file that passed gets its name;
 * what was loaded so far stays in `<file>.part` and is continued by the next call.
 * @returns the file's path
 * @throws ModelPullError when no source gave the file; the signal's reason when the caller gave up.
 */
export async function pullModel(model: ChatModelFile, parts: PullParts): Promise<string> {
  const file = join(parts.folder, model.file)
  const partFile = `${file}.part`
  await mkdir(parts.folder, { recursive: true }).catch((error: unknown) => {
    throw asDiskError(error, parts.folder)
  })
  if ((await sizeOf(file)) === model.size && (await hashFile(file)) === model.sha256) return file
  const failures: string[] = []
  for (const source of model.sources) {
    try {
      await checkSpace(parts.folder, source, model.size - (await sizeOf(partFile)))
      await fetchFrom(source, partFile, model, parts)
      await checkSum(partFile, model)
      await rename(partFile, file)
      return file
    } catch (error) {
      if (!(error instanceof ModelPullError) || !error.atSource) throw error
      failures.push(error.message)
      parts.say(error.message)
    }
  }
  const message = `Das Modell ${model.name} ist von keiner Quelle zu bekommen. Was geladen ist, bleibt; der nächste Versuch macht dort weiter. Auch möglich: die Datei ${model.file} von Hand nach ${parts.folder} legen.`
  throw new ModelPullError(message, { atSource: true, cause: failures })
}

async function fetchFrom(source: ModelSource, partFile: string, model: ChatModelFile, parts: PullParts): Promise<void> {
  if ('wheels' in source) return fetchWheels(source.wheels, partFile)
  await download({
    address: `${parts.hub.replace(/\/+$/, '')}/${source.hub}`,
    partFile,
    size: model.size,
    signal: parts.signal,
    idleMs: parts.idleMs ?? usualIdleMs,
    onProgress: (bytes) => parts.onProgress(bytes, model.size),
  })
}

/** A wrong file is thrown away: continuing it would only make a longer wrong one. */
async function checkSum(partFile: string, { name, sha256 }: ChatModelFile): Promise<void> {
  const found = await hashFile(partFile)
  if (found === sha256) return
  await rm(partFile)
  const message = `Die geladene Datei ist nicht das Modell ${name}: ihre Prüfsumme ist ${found}, verlangt ist ${sha256}. Sie wurde gelöscht.`
  throw new ModelPullError(message, { atSource: true })
}

/** Better before the first byte than after the last that fits. Packages lie there twice while they are joined. */
async function checkSpace(folder: string, source: ModelSource, bytes: number): Promise<void> {
  const wanted = 'wheels' in source ? 2 * bytes : bytes
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize >= wanted) return
  const message = `Für das Modell fehlen auf dem Datenträger von ${folder} ${gigabytes(wanted - bavail * bsize)} GB. Bitte Platz schaffen oder mit FUNDSTELLE_MODELS einen anderen Ordner nennen.`
  throw new ModelPullError(message, { atSource: false })
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

function gigabytes(bytes: number): string {
  return (Math.ceil(bytes / 1e8) / 10).toLocaleString('de-DE')
}
