import { guardSentence } from '../../src/law/deletion-guard.ts'
import { findUnlisted } from '../../src/store/find-unlisted.ts'
import { ingest } from '../ingest.ts'
import { summarise, type IngestReport, type ItemReport } from '../report.ts'
import { selectWork } from './select-work.ts'
import type { SyncWorld } from './sync-world.ts'

/** What a run of a source would do. `stopped`: the sentence of the deletion guard, null where it would not ask. */
export interface DryRun extends IngestReport {
  withdrawn: { id: string; label: string }[]
  stopped: string | null
}

/** Goes through a source as a run would, and writes nothing. `again`: as a run that reads unchanged texts anew. */
export async function dryRun(
  { parts, guardOf, open }: Omit<SyncWorld, 'queue'>,
  name: string,
  again = false,
): Promise<DryRun> {
  const startedAt = Date.now()
  const source = await open(name)
  const { items, todo, listed } = await selectWork(parts, source, again)
  // An archive can be read once: it is opened again for what is to be looked at.
  const wanted = new Set(todo.map(({ origin }) => origin))
  const reopened = source.readOnce ? await open(name) : source
  const selected = {
    ...reopened,
    async *items() {
      for await (const item of reopened.items()) if (wanted.has(item.origin)) yield item
    },
  }
  const reports: ItemReport[] = []
  for await (const report of ingest(parts, selected, { dryRun: true, again })) reports.push(report)
  const { missing, of } = listed
    ? await findUnlisted(parts.database, name, source.publisher, [...listed])
    : { missing: [], of: 0 }
  const guard = await guardOf(source.publisher)
  const run = { source: source.name, dryRun: true, ignored: source.ignored, tookMs: Date.now() - startedAt }
  const report = summarise(run, reports)
  report.counts.unchanged += items - todo.length
  return { ...report, withdrawn: missing, stopped: guardSentence(missing.length, of, guard) }
}
