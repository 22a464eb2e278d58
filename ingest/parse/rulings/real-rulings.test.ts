import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeOnRulings, rulingsDir } from '../../../tests/corpus.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import { cutRuling } from '../../passages/cut-ruling.ts'
import { openZip } from '../../sources/zip.ts'
import { unpackLimits } from '../../sources/limits.ts'
import { parseBayern } from './bayern-html.ts'
import { parseBverwg } from './bverwg-html.ts'
import { parseNrwe } from './nrwe-html.ts'
import { parseRii } from './rii-xml.ts'

const read = (path: string) => readFileSync(`${rulingsDir}/${path}`)
const slugOf = (name: string) => name.replace(/\.html$/, '')
const randnummern = ({ norms }: DocumentText) =>
  norms.flatMap(({ units }) => units.filter(({ kind }) => kind === 'randnummer').map(({ number }) => number))

/** What must hold of any decision: days and numbers known, Randnummern in order, passages without gap or overlap. */
function faultsOf(text: DocumentText): string[] {
  const { particulars } = text.document
  const faults: string[] = []
  if (!particulars?.issuedOn || particulars.fileNumbers.length === 0 || !particulars.kindName) faults.push('header')
  // One Bavarian Hinweisbeschluss is published as one long Tenor.
  if (!text.norms.some(({ key }) => /gründe$|^Tenor$/i.test(key))) faults.push('no text')
  const numbers = randnummern(text).map(Number)
  if (numbers.some((number, at) => at > 0 && number !== (numbers[at - 1] ?? 0) + 1)) faults.push('Randnummern')
  for (const norm of text.norms) {
    let at = 0
    for (const { start, end, sentences } of cutRuling(norm)) {
      if (norm.text.slice(at, start).trim() !== '') faults.push(`${norm.key}: gap at ${at}`)
      if (sentences.some((one) => one.start < start || one.end > end)) faults.push(`${norm.key}: sentence outside`)
      at = end
    }
    if (norm.text.slice(at).trim() !== '') faults.push(`${norm.key}: gap at the end`)
  }
  return faults
}

describeOnRulings('all decisions of a publisher are read whole', () => {
  test.each([
    ['bverwg.de', 'html/bverwg_de', parseBverwg, 50],
    ['gesetze-bayern.de', 'html/gesetze-bayern_de', parseBayern, 36],
  ])('%s', (_, folder, parse, count) => {
    const faults: string[] = []
    const names = readdirSync(`${rulingsDir}/${folder}`)
    for (const name of names)
      faults.push(...faultsOf(parse(read(`${folder}/${name}`), slugOf(name))).map((fault) => `${name}: ${fault}`))
    expect(faults).toEqual([])
    expect(names).toHaveLength(count)
  })

  test('bverwg.de: every Randnummer the page prints is a unit', () => {
    const missing = readdirSync(`${rulingsDir}/html/bverwg_de`).filter((name) => {
      const page = read(`html/bverwg_de/${name}`).toString()
      if (page.split('class="rubrum"').length > 2) return false
      const printed = [...page.matchAll(/data-rdn="(\d+)"/g)].map(([, number]) => number)
      return String(printed) !== String(randnummern(parseBverwg(Buffer.from(page), slugOf(name))))
    })
    expect(missing).toEqual([])
  })
})

describeOnRulings('golden facts', () => {
  test('BVerwG 1 C 12.22 on the liability of carriers', () => {
    const text = parseBverwg(read('html/bverwg_de/220224U1C12.22.0.html'), '220224U1C12.22.0')
    expect(text.document.abbreviation).toBe('BVerwG, Urteil vom 22.02.2024 – 1 C 12.22')
    expect(text.document.particulars).toMatchObject({
      ecli: 'ECLI:DE:BVerwG:2024:220224U1C12.22.0',
      subject: 'Umfang der Haftung eines Beförderungsunternehmers nach § 66 Abs. 3 Satz 1 AufenthG',
      norms: ['§ 66 Abs. 3 Satz 1 AufenthG', 'Art. 37, Nummer 5.9.1 Anhang 9 Chicagoer Abkommen'],
    })
    expect(text.status.map(({ comment }) => comment)).toContain('VGH Kassel - 02.06.2022 - AZ: 5 A 2120/19')
    expect(text.norms.map(({ key }) => key)).toEqual(['Leitsatz', 'Tenor', 'Gründe'])
    expect(text.norms[0] && cutRuling(text.norms[0])).toHaveLength(2)
    expect(randnummern(text).at(-1)).toBe('23')
    const reasons = text.norms[2]
    const last = reasons && cutRuling(reasons).at(-1)
    expect(last?.paragraph).toBe('23')
    expect(reasons?.text.slice(last?.start, last?.end)).toBe('5. Die Kostenentscheidung folgt aus § 154 Abs. 2 VwGO.')
  })

  test('a decision of the BVerfG with 17 file numbers, from the publisher’s XML', () => {
    const text = parseRii(read('rii-xml/KVRE427811801.xml'), 'KVRE427811801')
    expect(text.document.particulars?.fileNumbers).toHaveLength(17)
    expect(text.document.abbreviation).toBe('BVerfG, Entscheidung vom 22.08.2018 – 2 BvQ 53/18')
    expect(text.document.particulars?.norms).toEqual([
      'Art 19 Abs 4 GG',
      'Art 38 Abs 1 S 1 GG',
      'Art 41 GG',
      '§ 32 Abs 1 BVerfGG',
      '§ 48 BVerfGG',
    ])
    expect(randnummern(text)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(faultsOf(text)).toEqual([])
  })

  test('a decision of the BGH, from the publisher’s zip: Leitsätze, 44 Randnummern, tables', async () => {
    const zip = await openZip(`${rulingsDir}/rii-xml/rii_decision.zip`, unpackLimits)
    const bytes = zip.kind === 'zip' ? await zip.entries[0]?.read() : null
    if (bytes?.kind !== 'bytes') throw new Error('no decision')
    const text = parseRii(bytes.bytes, 'KORE300012024')
    expect(faultsOf(text)).toEqual([])
    expect(randnummern(text)).toHaveLength(44)
    expect(text.document.particulars?.ecli).toBe('ECLI:DE:BGH:2023:121023BIZB28.23.0')
    expect(text.norms.map(({ key }) => key)).toEqual(['Leitsatz', 'Tenor', 'Gründe'])
    expect(text.status.at(-1)?.comment).toBe(
      'vorgehend BPatG München, 19. Januar 2023, Az: 25 W (pat) 526/21, Beschluss',
    )
  })

  test('a decision of the OLG Hamm, from NRWE', () => {
    const text = parseNrwe(read('html/portal_fixtures_oldp-ingestor/nrw_1.html'), 'nrw_1')
    expect(text.document.abbreviation).toBe('OLG Hamm, Beschluss vom 18.10.1995 – 2 Ws 364/95')
    expect(text.document).toMatchObject({ territory: 'DE-NW' })
    expect(text.norms.map(({ key }) => key)).toEqual(['Tenor', 'Gründe'])
    expect(randnummern(text)).toEqual(['2', '3', '4', '5', '6', '7'])
    expect(faultsOf(text)).toEqual([])
  })

  test('Bavarian decisions: Normenketten, and Leitsätze of the publishing house apart', () => {
    const text = parseBayern(
      read('html/gesetze-bayern_de/Y-300-Z-BECKRS-B-2020-N-24670.html'),
      'Y-300-Z-BECKRS-B-2020-N-24670',
    )
    expect(text.document.abbreviation).toBe('VGH München, Beschluss vom 14.09.2020 – 11 CS 20.1292')
    expect(text.document.particulars?.norms).toEqual(['StVG § 3 Abs. 1 S. 1', 'FeV § 11 Abs. 7, Anl. 4 Nr. 9.1'])
    expect(text.norms.map(({ key }) => key)).toEqual(['Redaktioneller Leitsatz', 'Tenor', 'Gründe'])
  })
})
