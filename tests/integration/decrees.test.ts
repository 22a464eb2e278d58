import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { toDay } from '../../src/law/day.ts'
import { reinstateDocument, withdrawDocument } from '../../src/store/withdraw-document.ts'
import { wireService } from '../../src/wire-service.ts'
import { type Library, openLibrary } from '../../src/wiring.ts'
import { buildDecree, relation } from '../build-decree.ts'
import { buildStatute } from '../build-statute.ts'
import { feedText } from '../feed-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-decrees-'))
let library: Library

const law = (term: string) =>
  buildStatute(
    'demo_karteng',
    { '§ 4': `Die Gastkarte wird Künstlern für ${term} Monate erteilt.`, '§ 5': 'Die Gebühr beträgt neun Taler.' },
    'KartenG',
  )
const particulars = { subject: 'Anwendung von § 4 KartenG' }
const old = buildDecree({
  slug: 'alt',
  number: '15-39.06.01',
  day: '2023-03-01',
  particulars,
  sections: { 'Nr. 2': 'Die Gastkarte wird Künstlern nur nach Vorlage des Gastspielvertrags erteilt.' },
})
const fresh = buildDecree({
  slug: 'neu',
  number: '15-39.06.01-2',
  day: '2024-03-12',
  particulars: { ...particulars, relations: [relation('replaces', '15 – 39.06.01', '2023-03-01')] },
  sections: { 'Nr. 2': 'Die Gastkarte wird Künstlern ohne Vorlage des Gastspielvertrags erteilt.' },
})
const bavarian = buildDecree({
  slug: 'bayern',
  number: 'B4-1234-7',
  day: '2023-03-01',
  territory: 'DE-BY',
  particulars,
  sections: { 'Nr. 1': 'Die Gastkarte wird Künstlern in bayerischen Häusern auf Antrag des Hauses erteilt.' },
})
const district = buildDecree({
  slug: 'kreis',
  number: 'K 33-0815',
  day: '2023-03-01',
  territory: 'DE-NW-05162',
  particulars,
  sections: { 'Nr. 1': 'Den Antrag auf die Gastkarte nimmt das Gästehaus des Kreises entgegen.' },
})

beforeAll(async () => {
  library = await openLibrary(readConfig({ FUNDSTELLE_DATA: folder }))
  for (const text of [fresh, bavarian, district, old]) await feedText(library, text, toDay('2024-12-01'))
  await feedText(library, law('vier'), toDay('2024-06-01'))
  await feedText(library, law('drei'), toDay('2023-01-01'))
})
afterAll(async () => {
  await library.database.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(text: string, day: string, territory = 'DE-NW') {
  const service = wireService(library, null, () => ({ ready: true, progress: { step: '', done: 0, total: null } }))
  const question = { text, asOf: toDay(day), territory, style: 'full' as const, kinds: null }
  const answer = await service.ask({ question, owner: 'test', onEvent: () => {}, signal: new AbortController().signal })
  return { ...answer, cited: answer.citations.map(({ document, norm }) => `${document.id.split(':')[1]} ${norm}`) }
}

const question = 'Wann wird Künstlern die Gastkarte erteilt?'

test('on each day the decree of that day is cited, behind the law it carries out, and the one it replaced never with it', async () => {
  expect((await ask(question, '2023-12-01')).cited).toEqual(['demo_karteng § 4', 'alt Nr. 2'])
  expect((await ask(question, '2024-03-11')).cited).toEqual(['demo_karteng § 4', 'alt Nr. 2'])
  const answer = await ask(question, '2024-03-12')
  expect(answer.cited).toEqual(['demo_karteng § 4', 'neu Nr. 2'])
  expect(answer.claims.at(-1)?.heading).toMatch(/^Erlass – Mustererlass vom 12\.03\.2024/)
  expect(answer.citations.flatMap(({ flags }) => flags ?? [])).toEqual([])
})

test('before there was any, the law alone answers', async () => {
  expect((await ask(question, '2023-02-01')).cited).toEqual(['demo_karteng § 4'])
})

test('a decree whose norm changed since its day is used and flagged', async () => {
  const answer = await ask(question, '2024-07-01')
  const cited = answer.citations.find(({ document }) => document.id === 'office:neu')
  expect(cited?.flags?.map(({ message }) => message)).toEqual([
    'Prüfen: § 4 KartenG (erfunden) wurde nach diesem Erlass (12.03.2024) geändert (am 01.06.2024 erstmals gesehen).',
  ])
  expect(answer.notices.join(' ')).toContain(`Vor der Anwendung zu prüfen: [${cited?.number}]`)
})

test('the decree of each territory is applied there alone, a district’s in its municipalities', async () => {
  expect((await ask(question, '2023-12-01', 'DE-BY')).cited).toEqual(['demo_karteng § 4', 'bayern Nr. 1'])
  const where = 'Wer nimmt den Antrag auf die Gastkarte entgegen?'
  expect((await ask(where, '2023-12-01', 'DE-NW-05162024')).cited).toContain('kreis Nr. 1')
  for (const territory of ['DE-NW', 'DE-NW-05111', 'DE-NW-05111000', 'DE-HE'])
    expect((await ask(where, '2023-12-01', territory)).cited).not.toContain('kreis Nr. 1')
})

test('another Land’s decree is shown as such where the question is about it, and not applied', async () => {
  const answer = await ask('Was sagt der bayerische Erlass zur Gastkarte für Künstler?', '2023-12-01')
  expect(answer).toMatchObject({ mode: 'abstained', abstention: { reason: 'other_territory' }, citations: [] })
  expect(answer.abstention?.nearest.map(({ document }) => document.id)).toEqual(['office:bayern'])
  const byKind = await ask('Was sagt der Erlass zur Gastkarte?', '2023-12-01', 'DE-HE')
  expect(byKind).toMatchObject({ abstention: { reason: 'other_territory' }, citations: [] })
  const named = await ask('Was regelt der Erlass B4-1234-7?', '2023-12-01')
  expect(named).toMatchObject({ abstention: { reason: 'other_territory' }, citations: [] })
  expect(named.answer).toContain('gilt für Bayern')
})

test('a question for the decree is answered from it where there is one, and refused where there is none', async () => {
  expect((await ask('Was sagt der Erlass zur Gastkarte?', '2023-12-01')).cited).toContain('alt Nr. 2')
  const none = await ask('Was sagt der Erlass zur Gastkarte?', '2023-02-01')
  expect(none).toMatchObject({ abstention: { reason: 'out_of_scope' }, citations: [] })
})

test('a decree named by its Aktenzeichen answers while it holds, and says by what it was replaced afterwards', async () => {
  expect((await ask('Was regelt der Erlass 15 - 39.06.01?', '2023-12-01')).cited).toEqual(['alt Nr. 2'])
  const later = await ask('Was regelt der Erlass 15 - 39.06.01?', '2024-04-01')
  expect(later).toMatchObject({ mode: 'abstained', abstention: { reason: 'not_in_force' } })
  expect(later.answer).toBe(
    'Mustererlass vom 01.03.2023 – 15-39.06.01: gilt am 01.04.2024 nicht mehr, ersetzt durch Mustererlass vom 12.03.2024 – 15-39.06.01-2 am 12.03.2024.',
  )
})

test('the replaced decree answers again while the one that replaced it is withdrawn', async () => {
  await withdrawDocument(library.database, 'office:neu')
  expect((await ask(question, '2024-04-01')).cited).toEqual(['demo_karteng § 4', 'alt Nr. 2'])
  await reinstateDocument(library.database, 'office:neu')
  expect((await ask(question, '2024-04-01')).cited).toEqual(['demo_karteng § 4', 'neu Nr. 2'])
})
