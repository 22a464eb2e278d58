import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dryRun } from '../../ingest/sync/dry-run.ts'
import { openSyncWorld } from '../../ingest/sync/open-sync-world.ts'
import { startRuns } from '../../ingest/sync/start-runs.ts'
import type { SyncWorld } from '../../ingest/sync/sync-world.ts'
import { work } from '../../ingest/sync/work.ts'
import { readConfig } from '../../src/config.ts'
import { toDay } from '../../src/law/day.ts'
import { findRun } from '../../src/store/find-runs.ts'
import { wireService } from '../../src/wire-service.ts'
import { writeLaw } from '../invented-gii.ts'
import { countingEmbedding, openFreshLibrary, type FreshLibrary } from './fresh-library.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-whole-'))
const terms = ['Quallenkarte', 'Muschelkarte', 'Krabbenkarte', 'Robbenkarte']
let library: FreshLibrary
let world: SyncWorld
let embedded: string[]

beforeAll(async () => {
  library = await openFreshLibrary()
  const counting = countingEmbedding(library.parts)
  embedded = counting.inputs
  world = { ...(await openSyncWorld(library, readConfig({}), false)), parts: counting.parts }
  for (const term of terms)
    writeLaw(folder, term.toLowerCase(), '2024-01-01', {
      '§ 1': `Die ${term} ist da.`,
      '§ 2': `Sie ist gelb: ${term}.`,
    })
})
afterAll(async () => {
  await world.queue.close()
  await library.discard()
  rmSync(folder, { recursive: true, force: true })
})

async function run() {
  embedded.length = 0
  const [id = ''] = await startRuns(world, [folder], 'person')
  await work(world, {
    sources: [],
    signal: new AbortController().signal,
    say: () => {},
    pollMs: 20,
    expirySeconds: 30,
    isOver: async () => ((await findRun(library.database, id))?.run.endedAt ?? null) !== null,
  })
  const found = await findRun(library.database, id)
  return { ...found?.run, items: found?.items ?? [] }
}

const service = () => wireService(library, null, () => ({ ready: true }) as never)
async function answering(): Promise<string[]> {
  const found = await Promise.all(
    terms.map(async (text) => {
      const asked = { text, asOf: toDay('2026-01-01'), territory: 'DE', kinds: null, limit: 10 }
      const { passages } = await service().search(asked)
      return passages
        .filter((passage) => passage.text.includes(text))
        .map(({ document, norm }) => `${document.id} ${norm}`)
    }),
  )
  return found.flat().toSorted()
}
const all = terms.flatMap((term) => ['§ 1', '§ 2'].map((norm) => `gii:${term.toLowerCase()} ${norm}`)).toSorted()

test('keeping current neither doubles nor rebuilds: what did not change is not even embedded again', async () => {
  expect(await run()).toMatchObject({ state: 'done', counts: { added: 4, failed: 0 } })
  expect(embedded).toHaveLength(8)
  expect(await answering()).toEqual(all)
  const { corpusState } = await service().upkeep.completeness()
  expect(await run()).toMatchObject({ state: 'done', counts: { unchanged: 4, added: 0, changed: 0, withdrawn: 0 } })
  expect(embedded).toEqual([])
  expect((await service().upkeep.completeness()).corpusState).toBe(corpusState)
  writeLaw(folder, 'quallenkarte', '2025-01-01', {
    '§ 1': 'Die Quallenkarte ist da.',
    '§ 2': 'Grün ist die Quallenkarte.',
  })
  expect(await run()).toMatchObject({ counts: { changed: 1, added: 0 }, items: [{ norms: { changed: ['§ 2'] } }] })
  expect(embedded).toHaveLength(1)
  expect(await answering()).toEqual(all)
})

test('keeping current never empties: what would go is shown before, and a source that lost much is asked about', async () => {
  for (const slug of readdirSync(folder).slice(0, 3)) rmSync(join(folder, slug), { recursive: true })
  const shown = await dryRun(world, folder)
  expect(shown.withdrawn).toHaveLength(3)
  expect(shown.stopped).toContain('3 von 4 Dokumenten')
  expect(await run()).toMatchObject({ state: 'stopped', counts: { withdrawn: 0, kept: 3 } })
  expect(await answering()).toEqual(all)
  for (const slug of readdirSync(folder)) rmSync(join(folder, slug), { recursive: true })
  expect(await run()).toMatchObject({ state: 'failed', counts: { withdrawn: 0 } })
  expect(await answering()).toEqual(all)
})

test('a collection that looks filled and is not says what is missing', async () => {
  const gaps = async () => {
    const { complete, gaps: found } = await service().upkeep.completeness()
    return {
      complete,
      missing: found
        .filter(({ count, rule }) => count > 0 && rule !== 'core_law_missing')
        .map(({ rule, count }) => [rule, count]),
    }
  }
  expect((await gaps()).missing).toEqual([])
  const passagesOf = `select id from passages where document_id = 'gii:muschelkarte'`
  await library.database.query(`delete from passage_vectors where passage_id in (${passagesOf})`)
  await library.database.query(`update corpus_state set revision = revision + 1`)
  expect(await gaps()).toEqual({ complete: false, missing: [['passage_without_vector', 2]] })
  await library.database.query(`delete from edges where passage_id in (${passagesOf})`)
  await library.database.query(`delete from passages where document_id = 'gii:muschelkarte'`)
  await library.database.query(`update corpus_state set revision = revision + 1`)
  expect(await gaps()).toEqual({ complete: false, missing: [['document_without_passages', 1]] })
})
