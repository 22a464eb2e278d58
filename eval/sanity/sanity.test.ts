import { describe, expect, test } from 'vitest'
import { aCase, gold } from '../score/__fixtures__/records.ts'
import type { SanityMaterial } from './material.ts'
import { meanOf, printSanity } from './print-sanity.ts'
import { runSanity } from './run-sanity.ts'

const subjects = [
  ['Mondkarte', 'zwei Jahre', 'zehn Jahre'],
  ['Kraterpass', 'sechs Monate', 'fünf Jahre'],
  ['Sternenzeugnis', '14 Tage', '90 Tage'],
  ['Raketenschein', 'drei Wochen', 'zwölf Wochen'],
  ['Orbitvermerk', 'neun Monate', 'ein Jahr'],
] as const

const others = Array.from({ length: 60 }, (_, at) => ({
  documentId: 'gii:seeg',
  norm: `§ ${at + 1}`,
  paragraph: null,
  text: `Das Seeamt Nummer ${at} führt das Verzeichnis der Boote. Fischer melden ihre Netze dort an.`,
}))

const material: SanityMaterial[] = subjects.map(([what, term, wrong], at) => {
  const text = `Der Antrag auf ${what} ist beim Mondamt zu stellen. Die Frist für ${what} beträgt ${term}.`
  return {
    reference: aCase({
      id: `q-${at}`,
      question: `Welche Frist gilt für ${what}?`,
      topic: what,
      gold: [gold(`§ ${at + 1}`, '1', `Die Frist für ${what} beträgt ${term}`)],
      key_points: [`Die Frist für ${what} beträgt ${term}.`, `Der Antrag auf ${what} ist beim Mondamt zu stellen.`],
      forbidden: [`Die Frist für ${what} beträgt ${wrong}.`],
    }),
    gold: [{ documentId: 'gii:mondg', norm: `§ ${at + 1}`, paragraph: '1', text }],
    others,
  }
})
material.push({
  reference: aCase({ id: 'q-x', question: 'Wie wird das Wetter?', topic: 'Wetter', answerable: false, gold: [] }),
  gold: [],
  others,
})

const runs = runSanity('erfunden', material)
const figure = (name: string, id: string) => {
  const run = runs.find((each) => each.name === name)
  if (!run) throw new Error(name)
  return meanOf(run, id)
}

describe('the figures tell apart', () => {
  test('an oracle, which is perfect in all of them', () => {
    const [oracle] = runs
    // What the verifier's rules make of a sentence and a quote is no matter of being perfect.
    const known = (oracle?.metrics ?? []).filter(({ id, unit }) => unit === '' && !id.startsWith('support'))
    const figures = known.map(({ id }) => [id, figure('Orakel', id)])
    expect(figures).toEqual(known.map(({ id, better }) => [id, better === 'higher' ? 1 : 0]))
  })

  test('passages drawn by lot: everything holds, nothing answers', () => {
    expect(figure('Zufällige Stellen', 'citations_exist')).toBe(1)
    expect(figure('Zufällige Stellen', 'quotes_verbatim')).toBe(1)
    expect(figure('Zufällige Stellen', 'retrieval_recall_10')).toBe(0)
    expect(figure('Zufällige Stellen', 'citation_precision')).toBe(0)
    expect(figure('Zufällige Stellen', 'key_points_covered')).toBe(0)
    expect(figure('Zufällige Stellen', 'outcome_accurate')).toBe(0)
    expect(figure('Zufällige Stellen', 'refusal_missed')).toBe(1)
  })

  test('a confident liar, whose citations are right and whose sentences are not', () => {
    expect(figure('Lügt überzeugt', 'citation_recall')).toBe(1)
    expect(figure('Lügt überzeugt', 'citation_precision')).toBe(1)
    expect(figure('Lügt überzeugt', 'key_points_covered')).toBeLessThan(0.2)
    expect(figure('Lügt überzeugt', 'key_points_contradicted')).toBeGreaterThan(0.5)
    expect(figure('Lügt überzeugt', 'forbidden_present')).toBe(1)
    expect(figure('Lügt überzeugt', 'support_recall')).toBeLessThan(0.3)
    expect(figure('Lügt überzeugt', 'outcome_hallucinated')).toBe(1)
  })

  test('one that always refuses: never wrong, right where nothing is to be said, of no use', () => {
    expect(figure('Lehnt immer ab', 'refusal_right')).toBe(1)
    expect(figure('Lehnt immer ab', 'refusal_needless')).toBe(1)
    expect(figure('Lehnt immer ab', 'outcome_hallucinated')).toBe(0)
    expect(figure('Lehnt immer ab', 'key_points_covered')).toBe(0)
    expect(figure('Lehnt immer ab', 'citation_recall')).toBe(0)
  })

  test('one that quotes everything: all of it is there, among twenty others', () => {
    expect(figure('Zitiert alles', 'citation_recall')).toBe(1)
    expect(figure('Zitiert alles', 'key_points_covered')).toBe(1)
    expect(figure('Zitiert alles', 'citation_precision')).toBeLessThan(0.1)
    expect(figure('Zitiert alles', 'citation_quote_precision')).toBeLessThan(0.1)
    expect(figure('Zitiert alles', 'length')).toBeGreaterThan(10 * (figure('Orakel', 'length') ?? 0))
  })

  test('one that says what is right and invents the proof', () => {
    expect(figure('Erfindet Belege', 'key_points_covered')).toBe(1)
    const faults = ['citations_exist', 'citations_in_force', 'quotes_verbatim', 'citation_precision']
    for (const id of faults) expect([id, figure('Erfindet Belege', id) === 1]).toEqual([id, false])
    expect(figure('Erfindet Belege', 'outcome_accurate')).toBe(0)
  })
})

test('the table names every system and shows what does not apply as a dash', () => {
  const [head, , first] = printSanity(runs).split('\n')
  expect(head).toContain('| Orakel | Zufällige Stellen | Lügt überzeugt | Lehnt immer ab |')
  expect(first).toMatch(/Keine erfundene Fundstelle ↑ \| 1,00 \| 1,00 \| 1,00 \| – \|/)
})
