import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingest } from '../ingest/ingest.ts'
import { folderSource } from '../ingest/sources/folder.ts'
import { ingestParts } from '../ingest/formats.ts'
import { readConfig } from '../src/config.ts'
import { type Library, openLibrary } from '../src/wiring.ts'
import { corpusDir } from '../tests/corpus.ts'

/** Where the filled library lies between benchmarks; `npm run bench -- ingest` makes it anew. */
export const filledFolder: string = join(tmpdir(), 'fundstelle-bench')

/** The embedded library with every dated text of the corpus; filled on first use. */
export async function openFilledLibrary(): Promise<Library> {
  const fresh = !existsSync(filledFolder)
  const library = await openLibrary(readConfig({ FUNDSTELLE_DATA: filledFolder }))
  if (fresh) await feedCorpus(library)
  return library
}

/** Feeds the whole corpus folder; returns how many texts had which outcome. */
export async function feedCorpus(library: Library): Promise<Record<string, number>> {
  const counts: Record<string, number> = { added: 0, changed: 0, unchanged: 0, failed: 0, written: 0, embedded: 0 }
  const count = (what: string, more: number) => {
    counts[what] = (counts[what] ?? 0) + more
  }
  for await (const item of ingest(ingestParts(library), await folderSource(corpusDir, null), { dryRun: false })) {
    count(item.outcome, 1)
    count('written', item.passages?.written ?? 0)
    count('embedded', item.passages?.embedded ?? 0)
  }
  return counts
}
