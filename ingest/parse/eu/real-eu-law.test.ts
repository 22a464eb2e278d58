import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DocumentText, Norm } from '../../../src/law/document-text.ts'
import { describeOnEuLaw, euDir } from '../../../tests/corpus.ts'
import { cutRuling } from '../../passages/cut-ruling.ts'
import { cutStatute } from '../../passages/cut-statute.ts'
import { parseEurlex } from './parse-eurlex.ts'

const read = (path: string, celex: string) => parseEurlex(readFileSync(`${euDir}/${path}`), celex)
const visaCode = () => read('formex/02009R0810-20200202_DE_visakodex.xml', '32009R0810')

function normOf({ norms }: DocumentText, key: string): Norm {
  const norm = norms.find((one) => one.key === key)
  if (norm === undefined) throw new Error(`no ${key}`)
  return norm
}

function gaps({ text }: Norm, passages: { start: number; end: number }[]): string {
  let at = 0
  let lost = ''
  for (const { start, end } of passages) {
    lost += text.slice(at, start).trim()
    at = end
  }
  return lost + text.slice(at).trim()
}

describeOnEuLaw('the Visa Code in force on 2 February 2020', () => {
  test('has its 60 articles, 13 annexes, title and day', () => {
    const { document, inForceFrom, norms, status } = visaCode()
    expect(document).toMatchObject({ abbreviation: 'Visakodex', enactedOn: '2009-07-13', id: 'eurlex:32009R0810' })
    expect(inForceFrom).toBe('2020-02-02')
    const articles = norms.filter(({ kind }) => kind === 'norm')
    // Of the file's 70 <ARTICLE> elements nine stand inside Anhang XI, and one is quoted in Art. 54.
    expect(articles).toHaveLength(60)
    expect(articles.map(({ norm }) => norm)).toEqual(expect.arrayContaining(['Art 1', 'Art 25a', 'Art 51a', 'Art 58']))
    expect(normOf(visaCode(), 'Anhang XI').text.match(/^Artikel \d+$/gm)).toHaveLength(9)
    expect(normOf(visaCode(), 'Art 54').text).toMatch(/^„Artikel \d+a?$/m)
    expect(norms.filter(({ key }) => /^Anhang [IVX]+$/.test(key))).toHaveLength(13)
    expect(status).toHaveLength(6)
  })

  test('Art. 24 Abs. 2 and its points are found as cited', () => {
    const norm = normOf(visaCode(), 'Art 24')
    expect(norm.heading).toBe('Erteilung eines einheitlichen Visums')
    expect(norm.outline.map(({ label }) => label)).toEqual(['Titel III', 'Kapitel IV'])
    const passages = cutStatute(norm)
    const second = passages.find(({ paragraph }) => paragraph === '2')
    expect(norm.text.slice(second?.start, second?.end)).toMatch(/^\(2\) .*\na\) .* einem Jahr, /s)
    expect([...new Set(passages.map(({ paragraph }) => paragraph))]).toEqual(['1', '2', '2a', '2b', '2c', '2d', '3'])
  })

  test('the reasons for refusal in Art. 32 Abs. 1 Buchst. a keep their Roman numbers apart from letters', () => {
    const { units } = normOf(visaCode(), 'Art 32')
    const kinds = units.slice(0, 10).map(({ kind, number }) => `${kind} ${number}`)
    expect(kinds).toEqual([
      'absatz 1',
      'buchstabe a',
      ...['i', 'ii', 'iia', 'iii', 'iv', 'v', 'vi', 'vii'].map((number) => `item ${number}`),
    ])
  })

  test('nothing of an article is lost in cutting, and no passage is far beyond the limit', () => {
    for (const norm of visaCode().norms) {
      const passages = cutStatute(norm)
      expect(gaps(norm, passages)).toBe('')
      for (const { start, end } of passages) expect(end - start).toBeLessThan(4200)
    }
  })
})

describeOnEuLaw('decisions of the Union’s courts in German Formex', () => {
  test.each([
    ['62023CJ0538.xml', '62023CJ0538', 'EuGH, Urteil vom 22.05.2025 – C-538/23', 'ECLI:EU:C:2025:367', 90, 4],
    ['62024CO0878.xml', '62024CO0878', 'EuGH, Beschluss vom 09.04.2025 – C-878/24 P(R)', 'ECLI:EU:C:2025:256', 41, 2],
    [
      '62019CV0001_02.xml',
      '62019CV0001(02)',
      'EuGH, Gutachten vom 06.10.2021 – Gutachten 1/19',
      'ECLI:EU:C:2021:832',
      338,
      3,
    ],
  ])(
    '%s: every paragraph is a Randnummer, the operative part stands apart',
    (file, celex, label, ecli, last, points) => {
      const text = read(`cjeu_formex_de/${file}`, celex)
      expect(text.document.abbreviation).toBe(label)
      expect(text.document.particulars?.ecli).toBe(ecli)
      expect(text.norms.map(({ key }) => key)).toEqual(['Leitsatz', 'Tenor', 'Gründe'])
      const reasons = normOf(text, 'Gründe')
      const numbers = reasons.units.filter(({ kind }) => kind === 'randnummer').map(({ number }) => Number(number))
      expect(numbers).toEqual(Array.from({ length: last }, (_, at) => at + 1))
      expect(normOf(text, 'Tenor').units).toHaveLength(points)
      for (const norm of text.norms) expect(gaps(norm, cutRuling(norm))).toBe('')
    },
  )
})

describeOnEuLaw('pages of EUR-Lex', () => {
  test('of the oldest kind: the Rahmenbeschluss on the arrest warrant, abridged', () => {
    const text = read('html_samples/EUHb_de_raw.html', '32002F0584')
    expect(text.document).toMatchObject({ abbreviation: 'Rahmenbeschluss 2002/584/JI', enactedOn: '2002-06-13' })
    expect(text.norms.map(({ key }) => key)).toEqual([
      'Präambel',
      'Erwägungsgrund 1',
      'Erwägungsgrund 2',
      'Erwägungsgrund 3',
      'Art 1',
      'Art 2',
      'Art 9',
      'Art 31',
      'Art 35',
      'Schlussformel',
      'Anhang',
    ])
    expect(normOf(text, 'Art 2').heading).toBe('Anwendungsbereich des Europäischen Haftbefehls')
    expect(normOf(text, 'Schlussformel').footnotes).toHaveLength(9)
  })

  test('of an old consolidated text: the articles left, from its day', () => {
    const text = read('html_samples/old_consolidated_raw.html', '31998F0699')
    expect(text.inForceFrom).toBe('2001-07-05')
    expect(text.norms.filter(({ kind }) => kind === 'norm').map(({ key }) => key)).toEqual(
      ['2', '4', '5', '6', '7', '8', '9'].map((number) => `Art ${number}`),
    )
    expect(text.norms.map((norm) => norm.text).join('')).not.toMatch(/[▼►◄]|—————/)
  })

  test('of the Official Journal: an excerpt of the DSGVO', () => {
    const text = read('html_samples/32016R0679_de_excerpt.html', '32016R0679')
    expect(text.document.abbreviation).toBe('DSGVO')
    const places = text.norms.map(({ key, heading, units }) => [key, heading, units.map(({ number }) => number)])
    expect(places.slice(0, 3)).toEqual([
      ['Art 1', 'Gegenstand und Ziele', ['1', '2']],
      ['Art 15', 'Auskunftsrecht der betroffenen Person', ['1', '3']],
      ['Art 82', 'Haftung und Recht auf Schadenersatz', ['1']],
    ])
  })

  test.each([
    ['html_samples/modern_1_raw.html', '32013R0575'],
    ['html_samples/moderncons_1_raw.html', '32009L0065'],
    ['html_samples/old_1_raw.html', '32002R0006'],
    [
      'akn_formex_samples_tulit/formex/c008bcb6-e7ec-11ee-9ea8-01aa75ed71a1.0006.02/DOC_1/L_202400903EN.000101.fmx.xml',
      '32024R0903',
    ],
    ['formex/samples/document_1.xml', '32016R0679'],
    ['cjeu_xml_en_2017_2018/ECLI_EU_C_2017_341.xml', '62016CJ0017'],
  ])('in English are refused, and the message says which language to fetch: %s', (path, celex) => {
    expect(() => read(path, celex)).toThrow(/deutsch|Formex-Format/)
  })
})
