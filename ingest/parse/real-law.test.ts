import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Norm, DocumentText } from '../../src/law/document-text.ts'
import { foldWhiteSpace } from '../../src/text/fold-white-space.ts'
import { corpusDir, describeOnRealLaw } from '../../tests/corpus.ts'
import { cutStatute } from '../passages/cut-statute.ts'
import { parseStatute } from './statute-xml.ts'

const parsed = new Map<string, DocumentText>()

/** The newest text not later than the day; the only one, where a law has one. */
function lawOn(slug: string, day: string): DocumentText {
  const days = readdirSync(`${corpusDir}/${slug}`)
    .map((name) => name.slice(0, 10))
    .toSorted()
  const version = days.length === 1 ? days[0] : days.findLast((one) => one <= day)
  const file = `${corpusDir}/${slug}/${version}.xml`
  const statute = parsed.get(file) ?? parseStatute(readFileSync(file), slug)
  parsed.set(file, statute)
  return statute
}

function normOf(slug: string, key: string): Norm {
  const norm = lawOn(slug, '2025-03-05').norms.find((one) => one.key === key)
  if (norm === undefined) throw new Error(`${slug} has no ${key}`)
  return norm
}

const counts = (norm: Norm) => {
  const perAbsatz = new Map<string | null, number>()
  for (const { paragraph, number } of norm.sentences) perAbsatz.set(paragraph, number)
  return [...perAbsatz].map(([paragraph, sentences]) => `${paragraph}: ${sentences}`)
}

const flat = (text: string) => foldWhiteSpace(text.replaceAll('\n', ' '))

describeOnRealLaw('Sätze are counted as the law’s own references count them', () => {
  test.each([
    ['aufenthg_2004', '§ 104c', ['1: 3', '2: 3', '3: 5', '4: 2']],
    ['aufenthg_2004', '§ 36a', ['1: 4', '2: 4', '3: 1', '4: 1', '5: 1']],
    ['gg', 'Art 16a', ['1: 1', '2: 3', '3: 2', '4: 2', '5: 1']],
  ])('%s %s', (slug, key, expected) => {
    expect(counts(normOf(slug, key))).toEqual(expected)
  })

  test('§ 36a Abs. 2: the list with a full stop inside its Nummer 4 is Satz 1, the monthly limit Satz 2', () => {
    const norm = normOf('aufenthg_2004', '§ 36a')
    const second = norm.sentences.find(({ paragraph, number }) => paragraph === '2' && number === 2)
    expect(norm.text.slice(second?.start, second?.end)).toMatch(/^Monatlich können 1 000 nationale Visa/)
  })
})

describeOnRealLaw('structure', () => {
  test('§ 60a AufenthG has an Absatz 5b whose Satz 2 has five Nummern', () => {
    const { units } = normOf('aufenthg_2004', '§ 60a')
    const absatz = units.find(({ kind, number }) => kind === 'absatz' && number === '5b')
    const inside = units.filter(
      ({ kind, start, end }) => kind === 'nummer' && start >= absatz!.start && end <= absatz!.end,
    )
    expect(inside.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('§ 54 AufenthG, long, is cut into its Nummern', () => {
    const norm = normOf('aufenthg_2004', '§ 54')
    const paths = cutStatute(norm).map(({ paragraph, path }) => `${paragraph} ${path.join('')}`.trim())
    expect(paths.slice(0, 9)).toEqual(['1', '1 1', '1 1a', '1 1b', '1 1c', '1 1d', '1 2', '1 2a', '1 3'])
  })

  test('the points of the Chancenkarte are a table, and the minimum under it a sentence', () => {
    const norm = normOf('aufenthg_2004', 'Anlage')
    expect(norm.text).toContain('\n1 | 4\n2 | 3\n')
    expect(norm.tables).toHaveLength(1)
    const last = norm.sentences.at(-1)
    expect(norm.text.slice(last?.start, last?.end)).toBe('Die Mindestpunktzahl beträgt sechs Punkte.')
    expect(norm.footnotes).toEqual(['(Fundstelle: BGBl. 2023 I Nr. 217, S. 20)'])
  })

  test('the fees of § 47 AufenthV, set as a table, are Nummern', () => {
    const { text, units } = normOf('aufenthv', '§ 47')
    const fee = units.find(({ kind, number }) => kind === 'nummer' && number === '8')
    expect(text.slice(fee?.start, fee?.end)).toMatch(/^8\. für die Ausstellung einer Fiktionsbescheinigung .* Euro,$/)
  })

  test('norms stand in Kapitel and Abschnitt', () => {
    expect(normOf('aufenthg_2004', '§ 18g').outline.map(({ label }) => label)).toEqual(['Kapitel 2', 'Abschnitt 4'])
  })

  test('the directives the AufenthG implements are a footnote to its title', () => {
    const { footnotes } = lawOn('aufenthg_2004', '2025-03-05')
    expect(footnotes[0]).toMatch(/^1\) Dieses Gesetz dient der Umsetzung folgender Richtlinien:/)
  })

  test('a repealed norm has no text and no passage', () => {
    const repealed = lawOn('asylvfg_1992', '2025-03-05').norms.filter((norm) => norm.repealed)
    expect(repealed.map(({ key }) => key)).toEqual(expect.arrayContaining(['§ 27a']))
    expect(repealed.map(({ text }) => text).join('')).toBe('')
    expect(repealed.flatMap(cutStatute)).toEqual([])
  })

  test('articles the publisher files as headings are norms (Art. 41 EGBGB)', () => {
    expect(normOf('bgbeg', 'Art 41')).toMatchObject({ norm: 'Art 41', heading: 'Wesentlich engere Verbindung' })
  })
})

interface Gold {
  law: string
  norm: string
  para: string | null
  quote: string
}

describeOnRealLaw('reference questions', () => {
  test('every quote stands in its norm and Absatz, in one passage, on the day asked', () => {
    const file = new URL('../../../shared/questions/dev.jsonl', import.meta.url)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    const missing: string[] = []
    let found = 0
    for (const line of lines) {
      const question = JSON.parse(line) as { id: string; as_of: string; gold: Gold[] }
      for (const { law, norm: key, para, quote } of question.gold) {
        const norm = lawOn(law, question.as_of).norms.find((one) => one.key === key)
        const passages = norm === undefined ? [] : cutStatute(norm)
        const holds = passages.some(
          ({ start, end, paragraph }) =>
            (para === null || paragraph === para) && flat(norm?.text.slice(start, end) ?? '').includes(flat(quote)),
        )
        if (holds) found += 1
        else missing.push(`${question.id} ${law} ${key} ${para}: ${quote}`)
      }
    }
    expect(missing).toEqual([])
    expect(found).toBeGreaterThan(100)
  })
})

describeOnRealLaw('the same norm in all texts of the AufenthG', () => {
  test('has the same key and, where nothing was changed, the same text', () => {
    const dir = `${corpusDir}/aufenthg_2004`
    const texts = readdirSync(dir).map((name) => {
      const { norms } = parseStatute(readFileSync(`${dir}/${name}`), 'aufenthg_2004')
      expect(new Set(norms.map(({ key }) => key)).size).toBe(norms.length)
      return norms.find(({ key }) => key === '§ 1')?.text
    })
    expect(texts.length).toBeGreaterThan(20)
    expect(new Set(texts).size).toBeLessThanOrEqual(2)
  })
})
