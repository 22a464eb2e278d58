import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { citeNorms } from '../../tests/cite-norm.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { findCitedPassages } from '../store/find-cited-passages.ts'
import { findNormPassages } from '../store/find-norm-passages.ts'
import { findNormStates } from '../store/find-norm-states.ts'
import { findNorm } from '../store/find-norm.ts'
import { withdrawDocument } from '../store/withdraw-document.ts'
import { recheckAnswer, type RecheckParts } from './recheck-answer.ts'

const norms = {
  '§ 1': 'Die Gastkarte gilt zwölf Monate.',
  '§ 2': 'Die Gebühr für die Gastkarte beträgt zehn Taler.',
  '§ 3': 'Der Verlust der Gastkarte ist dem Amt anzuzeigen.',
}
const when = { asOf: '2025-03-01', created: '2025-03-01' }
const today = toDay('2026-06-01')

await onBothDatabases('looking at an answer again', (database) => {
  const parts = (): RecheckParts => ({
    register: async () => [],
    findKnownRulings: async () => ({ rulings: [], coverage: [] }),
    findNormStates: (asked, day) => findNormStates(database(), asked, day),
    findNorm: (id, norm, day) => findNorm(database(), id, norm, day),
    findNormPassages: (id, norm, day) => findNormPassages(database(), id, norm, day),
    findCitedPassages: (ids) => findCitedPassages(database(), ids),
    corpusState: async () => 'r99',
  })
  const feed = (slug: string, day: string, changes: Partial<Record<keyof typeof norms, string>> = {}) =>
    storeStatute(database(), buildStatute(slug, { ...norms, ...changes }), toDay(day))
  const cite = (slug: string) => citeNorms(database(), `gii:${slug}`, Object.keys(norms), when)

  test('holds as long as its places read as cited', async () => {
    await feed('haelt', '2025-01-01')
    const answer = await cite('haelt')
    await feed('haelt', '2026-01-01')
    const recheck = await recheckAnswer(parts(), answer, today)
    expect(recheck).toMatchObject({ verdict: 'holds', answerAsOf: '2025-03-01', asOf: '2026-06-01' })
    expect(recheck.claims.map(({ state }) => state)).toEqual(['carried', 'carried', 'carried'])
    expect(recheck.citations.map(({ state, before }) => [state, before])).toEqual([
      ['unchanged', null],
      ['unchanged', null],
      ['unchanged', null],
    ])
    expect(recheck.corpusState).toEqual({ ofAnswer: 'r7', now: 'r99' })
  })

  test('says which sentence a changed number no longer carries, and shows the words then and now', async () => {
    await feed('zahl', '2025-01-01')
    const answer = await cite('zahl')
    const raised = 'Die Gebühr für die Gastkarte beträgt zwölf Taler.'
    await feed('zahl', '2026-01-01', { '§ 2': raised })
    const recheck = await recheckAnswer(parts(), answer, today)
    expect(recheck.verdict).toBe('no_longer')
    expect(recheck.message).toContain('1 von 3 Sätzen')
    expect(recheck.claims[1]).toMatchObject({ state: 'no_longer', reason: 'number_not_in_source' })
    expect(recheck.citations[1]).toMatchObject({ state: 'changed', before: norms['§ 2'], after: raised })
    expect(recheck.itsDay).toMatchObject({ unchanged: true, message: expect.stringContaining('01.03.2025') })
  })

  test('tells a sentence that is still true from one whose place stayed the same', async () => {
    await feed('mehr', '2025-01-01')
    const answer = await cite('mehr')
    const longer = `${norms['§ 1']} Sie wird auf Antrag ersetzt.`
    await feed('mehr', '2026-01-01', { '§ 1': longer })
    const recheck = await recheckAnswer(parts(), answer, today)
    expect(recheck).toMatchObject({
      verdict: 'changed',
      message: expect.stringContaining('1 von 3 Fundstellen lautet'),
    })
    expect(recheck.claims[0]?.state).toBe('carried')
    expect(recheck.citations[0]).toMatchObject({ state: 'context_changed', after: longer })
  })

  test('does not take another rule that stands at the old place for the old one', async () => {
    await feed('neu', '2025-01-01')
    const answer = await cite('neu')
    await feed('neu', '2026-01-01', { '§ 3': 'Über Widersprüche entscheidet der Beirat mit Mehrheit.' })
    const { claims, citations } = await recheckAnswer(parts(), answer, today)
    expect(claims[2]).toMatchObject({ state: 'no_longer', detail: expect.stringContaining('steht dort nicht mehr') })
    expect(citations[2]?.state).toBe('changed')
  })

  test('knows a repealed norm, one that is no longer there, and a document that was withdrawn', async () => {
    await feed('weg', '2025-01-01')
    const answer = await cite('weg')
    await storeStatute(database(), buildStatute('weg', { '§ 1': norms['§ 1'], '§ 2': '' }), toDay('2026-01-01'))
    const recheck = await recheckAnswer(parts(), answer, today)
    expect(recheck.citations.map(({ state, now }) => [state, now?.label ?? null])).toEqual([
      ['unchanged', '§ 1 MusterG (erfunden)'],
      ['gone', null],
      ['gone', null],
    ])
    expect(recheck.citations[2]?.message).toBe('Die Vorschrift gilt seit dem 01.01.2026 nicht mehr.')
    expect(recheck.claims.map(({ state }) => state)).toEqual(['carried', 'no_longer', 'no_longer'])
    await withdrawDocument(database(), 'gii:weg')
    const withdrawn = await recheckAnswer(parts(), answer, today)
    expect(withdrawn.citations.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
    expect(withdrawn).toMatchObject({ verdict: 'no_longer', itsDay: { unchanged: false } })
  })

  test('tells when the text of the very day asked is another one now', async () => {
    await feed('nachtrag', '2025-01-01')
    const answer = await cite('nachtrag')
    await feed('nachtrag', '2025-02-01', { '§ 1': 'Die Gastkarte gilt sechs Monate.' })
    const { itsDay, claims } = await recheckAnswer(parts(), answer, today)
    expect(itsDay).toMatchObject({ unchanged: false, message: expect.stringContaining('Auch für den 01.03.2025') })
    expect(claims[0]?.state).toBe('no_longer')
  })

  test('can be asked of any day, and changes nothing of the answer', async () => {
    await feed('tag', '2025-01-01')
    const answer = await cite('tag')
    await feed('tag', '2026-01-01', { '§ 1': 'Die Gastkarte gilt sechs Monate.' })
    const kept = structuredClone(answer)
    expect((await recheckAnswer(parts(), answer, toDay('2025-12-31'))).verdict).toBe('holds')
    expect((await recheckAnswer(parts(), answer, toDay('2026-01-01'))).verdict).toBe('no_longer')
    expect(answer).toEqual(kept)
  })

  test('has nothing to look at where the answer was that there is none', async () => {
    await feed('leer', '2025-01-01')
    const answer = { ...(await cite('leer')), claims: [], citations: [] }
    expect(await recheckAnswer(parts(), answer, today)).toMatchObject({
      verdict: 'holds',
      message: expect.stringContaining('keine Aussage'),
    })
  })
})
