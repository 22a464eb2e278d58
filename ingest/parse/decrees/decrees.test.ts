import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DocumentText, Norm } from '../../../src/law/document-text.ts'
import { findImplementedNorms } from '../../../src/law/references/find-implemented-norms.ts'
import { formatLabel } from '../../../src/law/references/label.ts'
import { cutPaper } from '../../passages/cut-paper.ts'
import { rechtNrw, revosax, vab, vwvbund } from './decree-publishers.ts'
import { parseDecree, type DecreePublisher } from './parse-decree.ts'

const read = (name: string, slug: string, publisher: DecreePublisher) =>
  parseDecree(readFileSync(new URL(`__fixtures__/${name}`, import.meta.url)), slug, publisher)

function normOf({ norms }: DocumentText, key: string): Norm {
  const norm = norms.find((one) => one.key === key)
  if (norm === undefined) throw new Error(`no ${key} among ${norms.map((one) => one.key).join(', ')}`)
  return norm
}

const label = ({ document }: DocumentText, norm: string) => formatLabel({ norm, paragraph: null, document })
const carriedOut = (text: DocumentText, key: string) =>
  findImplementedNorms(text).flatMap(({ section, norm, laws }) => (section === key ? [`${norm} ${laws.join()}`] : []))

describe('an administrative regulation of the Federation', () => {
  const text = () => read('bsvwvbund_26102098_MI3.htm', 'bsvwvbund_26102098_MI3', vwvbund)

  test('is read section by section, with the facts of its head', async () => {
    const { document, inForceFrom, status, norms } = await text()
    expect(document).toMatchObject({
      id: 'vwvbund:bsvwvbund_26102098_MI3',
      kind: 'decree',
      rank: 'administrative_regulation',
      territory: 'DE',
      title: 'Allgemeine Verwaltungsvorschrift zum Mustergesetz',
      abbreviation: 'Allgemeine Verwaltungsvorschrift zum Mustergesetz vom 26.10.2098',
      url: 'https://www.verwaltungsvorschriften-im-internet.de/bsvwvbund_26102098_MI3.htm',
    })
    expect(document.particulars).toMatchObject({
      issuedOn: '2098-10-26',
      kindName: 'Allgemeine Verwaltungsvorschrift',
      relations: [{ kind: 'implements', text: 'Mustergesetz' }],
    })
    expect(inForceFrom).toBe('2098-10-26')
    expect(status).toEqual([{ kind: 'Fundstelle', comment: 'GMBl 2098 S. 878' }])
    expect(norms.map(({ key }) => key)).toEqual(['Anfang', 'Nr. 5.0.1', 'Nr. 5.1.1', 'Nr. 6.1.1'])
    expect(label(await text(), 'Nr. 5.1.1')).toBe(
      'Allgemeine Verwaltungsvorschrift zum Mustergesetz vom 26.10.2098, Nr. 5.1.1',
    )
  })

  test('its sections carry out the § they are about, so that a question about it finds them', async () => {
    const section = normOf(await text(), 'Nr. 5.1.1')
    expect(section.heading).toBe('Zu § 5 Mustergesetz – Allgemeine Erteilungsvoraussetzungen')
    expect(section.text).toBe(
      'Der Unterhalt ist gesichert, wenn § 2 Abs. 3 erfüllt ist. Zu prüfen sind:\na) Einkommen,\nb) Vermögen.',
    )
    expect(carriedOut(await text(), 'Nr. 5.1.1')).toEqual(['§ 5 Mustergesetz'])
    expect(carriedOut(await text(), 'Nr. 6.1.1')).toEqual(['§ 6 Mustergesetz'])
    expect(carriedOut(await text(), 'Anfang')).toEqual([])
  })

  test('tables stay rows, and nothing of the portal around it comes along', async () => {
    const last = normOf(await text(), 'Nr. 6.1.1')
    expect(last.text).toBe('Die Karte wird auf Antrag erteilt.\nKarte | Taler\ngrün | 12')
    expect((await text()).norms.map((norm) => norm.text).join()).not.toContain('Startseite')
  })
})

test('a Runderlass of North Rhine-Westphalia says its day, number, place and end, and what it ends', async () => {
  const text = await read('runderlass-nrw.html', 'lrmb~verwaltungsvorschrift~muster', rechtNrw)
  expect(text.document).toMatchObject({ kind: 'decree', rank: 'decree', territory: 'DE-NW' })
  expect(text.document.particulars).toMatchObject({
    issuer: 'Ministerium für Musterung',
    kindName: 'RdErl.',
    issuedOn: '2094-04-18',
    fileNumbers: ['I B 2/17-10.20'],
    validUntil: '2099-12-31',
    relations: [{ kind: 'repeals', fileNumber: '15-39.06.01', issuedOn: '2089-05-03' }],
  })
  expect(text.inForceFrom).toBe('2094-05-01')
  expect(text.status.map(({ comment }) => comment)).toEqual(['MBl. NRW. 2094 S. 123', 'SMBl. NRW. 26'])
  expect(text.norms.map(({ key, heading }) => [key, heading]).slice(1)).toEqual([
    ['Nr. 1', 'Anwendungsbereich'],
    ['Nr. 1.1', null],
    ['Nr. 1.2', null],
    ['Nr. 2.1', null],
    ['Nr. 3', 'Inkrafttreten'],
  ])
  expect(normOf(text, 'Nr. 2.1').units.map(({ kind, number }) => kind + number)).toEqual(['buchstabea', 'buchstabeb'])
})

test('Berlin’s instructions are cited by their own numbers, which say the §', async () => {
  const text = await read('vab.html', 'einwanderung~vab.html', vab)
  expect(text.document).toMatchObject({ kind: 'decree', rank: 'decree' })
  expect(text.document.particulars).toMatchObject({ issuer: 'Landesamt für Einwanderung', issuedOn: '2098-02-03' })
  expect(text.norms.map(({ key, heading }) => [key, heading]).slice(1)).toEqual([
    ['A 5', 'Allgemeine Erteilungsvoraussetzungen'],
    ['A 5.1.1', 'Lebensunterhalt'],
    ['A 25b.1', 'Zu § 25b AufenthG'],
  ])
  expect(carriedOut(text, 'A 5.1.1')).toEqual(['§ 5 AufenthG'])
  expect(carriedOut(text, 'A 25b.1')).toEqual(['§ 25b AufenthG'])
  expect(text.document.territory).toBe('DE-BE')
})

test('a Saxon regulation in Markdown: sections without the title before each heading, what it ends', async () => {
  const text = await read('99999-VwV-Karten.md', '99999-VwV-Karten', revosax)
  expect(text.document).toMatchObject({ abbreviation: 'VwV Karten vom 16.12.2095', territory: 'DE-SN' })
  expect(text.document.particulars).toMatchObject({
    issuer: 'Sächsisches Staatsministerium des Musterns',
    relations: [
      { kind: 'implements', text: '§ 73 Absatz 2 des Aufenthaltsgesetzes' },
      { kind: 'repeals', text: 'VwV Muster vom 8. Dezember 2089 (SächsABl. S. 2091)', issuedOn: '2089-12-08' },
    ],
  })
  expect(text.norms.map(({ key }) => key)).toEqual(['Anfang', 'Nr. I', 'Nr. II', 'Nr. III'])
  expect(cutPaper(normOf(text, 'Nr. II')).length).toBeGreaterThan(0)
})

test.each(['', '<html><body></body></html>', '<html><body><nav>Start</nav></body></html>'])(
  'a page without text is refused with what to do: %j',
  async (page) => {
    await expect(parseDecree(Buffer.from(page), 'x', rechtNrw)).rejects.toThrow(/leer|kein Text|neu abrufen/)
  },
)
