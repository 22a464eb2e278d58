import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom, shuffle } from '../../eval/seeded-random.ts'
import { ingest } from '../../ingest/ingest.ts'
import type { Format, IngestParts } from '../../ingest/ingest-parts.ts'
import type { ItemReport } from '../../ingest/report.ts'
import { sha256 } from '../../ingest/passages/prepare-version.ts'
import { folderSource } from '../../ingest/sources/folder.ts'
import type { Source, SourceItem } from '../../ingest/sources/source.ts'
import { ingestParts } from '../../ingest/formats.ts'
import { readConfig } from '../../src/config.ts'
import type { Embeddings } from '../../src/embedding/embeddings.ts'
import type { EmbeddingModel } from '../../src/models/embed.ts'
import { type Library, openLibrary } from '../../src/wiring.ts'

/** An empty embedded library in a temporary folder. */
export interface FreshLibrary extends Library {
  parts: IngestParts
  /** Takes out every law again: as good as a new folder, and far faster. */
  empty(): Promise<void>
  /** Closes it and removes the folder. */
  discard(): Promise<void>
}

export async function openFreshLibrary(): Promise<FreshLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-fresh-'))
  const library = await openLibrary(readConfig({ FUNDSTELLE_DATA: folder }))
  return {
    ...library,
    parts: ingestParts(library),
    empty: async () => {
      await library.database.query(
        'truncate documents, relations, implemented_norms, versions, observations, corrected_observations, norms, version_norms, passages, passage_vectors, postings, lexemes, edges',
      )
    },
    discard: async () => {
      await library.database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Feeds a folder's texts, in an order of the caller's choice, and expects none to fail. */
export async function feedFolder(
  parts: IngestParts,
  folder: string,
  reorder: (items: SourceItem[]) => SourceItem[] = (items) => items,
): Promise<ItemReport[]> {
  const source = await folderSource(folder, null)
  const items: SourceItem[] = []
  for await (const item of source.items()) items.push(item)
  const reordered: Source = {
    ...source,
    async *items() {
      yield* reorder(items)
    },
  }
  const reports: ItemReport[] = []
  for await (const report of ingest(parts, reordered, { dryRun: false })) reports.push(report)
  const failed = reports.filter(({ outcome }) => outcome === 'failed')
  if (failed.length > 0) throw new Error(`Not every text could be fed: ${JSON.stringify(failed.slice(0, 3))}`)
  return reports
}

/** The same parts, remembering each text once parsed: the tests feed the same bytes in many orders. */
export function parsingOnce(parts: IngestParts): IngestParts {
  const parsed = new Map<string, ReturnType<Format['parse']>>()
  return {
    ...parts,
    formatOf(publisher) {
      const format = parts.formatOf(publisher)
      const parse: Format['parse'] = (bytes, slug, territory, corrected) => {
        const key = `${territory} ${slug} ${JSON.stringify(corrected)} ${sha256(bytes)}`
        const known = parsed.get(key) ?? format.parse(bytes, slug, territory, corrected)
        parsed.set(key, known)
        return known
      }
      return { ...format, parse }
    },
  }
}

/** The same parts, counting what the embedding model is given. */
export function countingEmbedding(parts: IngestParts): { parts: IngestParts; inputs: string[] } {
  const inputs: string[] = []
  const counting = (model: EmbeddingModel): EmbeddingModel => ({
    ...model,
    embed: (texts, kind) => {
      inputs.push(...texts)
      return model.embed(texts, kind)
    },
  })
  const embeddings: Embeddings = {
    ...parts.embeddings,
    of: async (index) => {
      const model = await parts.embeddings.of(index)
      return model && counting(model)
    },
  }
  return { parts: { ...parts, embeddings }, inputs }
}

/** A shuffle that is the same on every run. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  return shuffle(items, seededRandom(seed))
}
