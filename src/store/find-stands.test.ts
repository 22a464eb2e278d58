import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { withCitedStand } from '../answer/cited-stand.ts'
import { toDay } from '../law/day.ts'
import { inventedAnswer } from '../../tests/invented-service.ts'
import { rememberStands } from './find-stands.ts'
import { saveSourceCheck } from './source-checks.ts'

await onBothDatabases('how fresh each source is', (database) => {
  test('is its newest text and the last time it was asked with success, not the last time it failed', async () => {
    const stands = rememberStands(database())
    for (const [slug, day, invented] of [
      ['eins', '2024-05-01', false],
      ['zwei', '2025-02-01', false],
      ['demo_drei', '2026-01-01', true],
    ] as const) {
      const text = buildStatute(slug, { '§ 1': 'Regel.' })
      await storeStatute(database(), { ...text, document: { ...text.document, invented } }, toDay(day))
    }
    await database().query('update documents set withdrawn_at = null')
    const check = { publisher: 'gii', validators: null }
    await saveSourceCheck(database(), { ...check, origin: 'a', failure: null })
    const before = await stands(1)
    expect(before).toMatchObject([
      { publisher: 'gii', name: 'Gesetze im Internet', invented: false, freshest: '2025-02-01' },
      { publisher: 'gii', name: 'Erfundene Sammlung', invented: true, freshest: '2026-01-01', checkedAt: null },
    ])
    expect(before[0]?.checkedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    await database().query(`update source_checks set checked_at = '2025-03-05T04:00:00Z' where origin = 'a'`)
    await saveSourceCheck(database(), { ...check, origin: 'b', failure: 'HTTP 500' })
    expect((await stands(1))[0]?.checkedAt).toBe('2025-03-05T04:00:00Z')
    await database().query(
      `insert into sync_runs (id, source, publisher, state, trigger, ended_at)
       values (gen_random_uuid(), 'x', 'gii', 'done', 'person', '2025-04-01T04:00:00Z'), (gen_random_uuid(), 'y', 'gii', 'failed', 'person', now())`,
    )
    expect((await stands(1))[0]?.checkedAt).toBe('2025-04-01T04:00:00Z')
  })

  test('is told in an answer of those sources alone that it cites', () => {
    const answer = inventedAnswer({
      text: 'Was gilt?',
      asOf: toDay('2025-03-05'),
      territory: 'DE',
      style: 'short',
      kinds: null,
    })
    const [demo] = answer.sources.stand ?? []
    const [citation] = answer.citations
    if (!demo || !citation) throw new Error('The invented answer cites nothing.')
    const of = (publisher: string, invented: boolean) => ({ ...demo, publisher, invented })
    const publisher = citation.document.id.split(':', 1)[0] ?? ''
    const stand = [
      of('rii', false),
      of(publisher, citation.document.invented),
      of(publisher, !citation.document.invented),
    ]
    expect(withCitedStand({ ...answer, sources: { ...answer.sources, stand } }).sources.stand).toEqual([stand[1]])
    const old = { ...answer, sources: { corpusState: 'r1', freshest: null } }
    expect(withCitedStand(old)).toEqual(old)
  })
})
