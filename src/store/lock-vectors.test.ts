import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { prepareVersion } from '../../ingest/passages/prepare-version.ts'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { brokenRules } from '../../tests/integration/library-state.ts'
import { toDay } from '../law/day.ts'
import { openEmbeddingIndex } from './embedding-index.ts'
import { fillIndex } from './fill-index.ts'
import { findUnembedded } from './find-unembedded.ts'
import { ownVectors } from './lock-vectors.ts'
import { publishVersion } from './publish-version.ts'

const older = buildStatute('muster', { '§ 1': 'Die Frist beträgt zwölf Monate.' })
const newer = buildStatute('muster', { '§ 1': 'Die Frist beträgt achtzehn Monate.' })

await onBothDatabases('filling another index', (database) => {
  test('and publishing wait for each other, so that the new vectors have the new days', async () => {
    await storeStatute(database(), older, toDay('2022-01-01'))
    await storeStatute(database(), newer, toDay('2023-01-01'))
    const next = await openEmbeddingIndex(database(), 'erfunden', 3)
    const unembedded = await findUnembedded(database(), next.id, 0, 10)
    expect(unembedded).toHaveLength(2)
    const day = toDay('2024-01-01')
    const again = prepareVersion(older, { day, sourceSha256: 'neu', origin: 'test', fetchedOn: day }, () => '')

    const republished = { ended: false }
    const publishing = await database().transaction(async (queries) => {
      await ownVectors(queries)
      const begun = { promise: publishVersion(database(), again).finally(() => (republished.ended = true)) }
      const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted`
      if (database().kind === 'server') {
        while (!republished.ended && (await queries.query(waiting)).length === 0) await wait(5)
      }
      return begun
    })
    expect(republished.ended).toBe(false)
    const filling = fillIndex(
      database(),
      next.id,
      new Map(unembedded.map(({ embeddingSha256 }) => [embeddingSha256, Float32Array.of(1, 0, 0)])),
    )
    await publishing.promise
    expect(await filling).toBe(2)
    expect(await brokenRules(database())).toEqual([])
  })
})
