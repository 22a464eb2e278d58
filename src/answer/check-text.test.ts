import { expect, test } from 'vitest'
import { buildPassage } from '../../tests/build-passage.ts'
import type { LawName } from '../law/answer.ts'
import { toDay } from '../law/day.ts'
import { checkText, type CheckTextParts } from './check-text.ts'

const passages = [
  buildPassage({
    norm: '§ 4',
    heading: 'Gastkarte',
    sentences: ['Die Gastkarte gilt drei Monate.', 'Die Gastkarte darf nicht verlängert werden.'],
  }),
  buildPassage({
    norm: '§ 4',
    paragraph: '2',
    heading: 'Gastkarte',
    sentences: ['Die Gastkarte kann gegen eine Gebühr von 50 Euro ersetzt werden.'],
  }),
  buildPassage({
    norm: '§ 5',
    heading: 'Übergang',
    sentences: ['Wer vor dem 1. August 2018 angekommen ist, behält die Gastkarte.'],
  }),
].map((passage) => ({ ...passage, normSha256: `the text of ${passage.norm}` }))
const register: LawName[] = [
  { documentId: 'gii:demo_musterg', abbreviation: 'MusterG', names: ['MusterG'] },
  { documentId: 'gii:demo_probev', abbreviation: 'ProbeV', names: ['ProbeV'] },
]
const states: Record<string, 'in_force' | 'not_in_force'> = {
  '§ 4': 'in_force',
  '§ 5': 'in_force',
  '§ 7': 'not_in_force',
}
const parts: CheckTextParts = {
  register: async () => register,
  findNormStates: async (asked) => asked.map(({ norm }) => states[norm] ?? 'unknown'),
  findKnownRulings: async () => ({ rulings: [], coverage: [] }),
  findCited: async ({ norm, paragraph }) => {
    const whole = passages.filter((passage) => passage.norm === norm)
    const named = whole.filter((passage) => passage.paragraph === paragraph)
    return named.length > 0 ? named : whole
  },
}

const check = (text: string) => checkText(parts, { text, asOf: toDay('2025-03-05'), territory: 'DE' })

async function verdictOn(sentence: string) {
  const { sentences } = await check(sentence)
  expect(sentences).toHaveLength(1)
  return sentences[0]
}

test.each([
  'Die Gastkarte gilt drei Monate (§ 4 Abs. 1 Satz 1 MusterG).',
  'Nach § 4 Abs. 1 MusterG darf die Gastkarte nicht verlängert werden.',
  'Nach § 4 Abs. 2 MusterG kann die Gastkarte gegen eine Gebühr von 50 Euro ersetzt werden.',
  'Die Gastkarte gilt drei Monate (§ 4 Abs. 1 MusterG; vgl. § 5 i. V. m. § 4 Abs. 2 MusterG).',
  'Die Gastkarte darf nach § 4 MusterG nicht verlängert werden (BVerwG, Urteil vom 1.1.2020 – 1 C 1.20).',
])('a sentence that says what the norm says is carried by rule: %s', async (sentence) => {
  expect(await verdictOn(sentence)).toMatchObject({ supports: 'rule', reason: null, detail: null })
})

test.each([
  ['Die Gastkarte gilt sechs Monate (§ 4 Abs. 1 MusterG).', 'number_not_in_source'],
  ['Nach § 4 Abs. 1 MusterG darf die Gastkarte verlängert werden.', 'negation'],
  ['Nach § 4 Abs. 2 MusterG muss die Gastkarte gegen eine Gebühr von 50 Euro ersetzt werden.', 'modality'],
  ['Die Gastkarte gilt drei Monate (§ 99 MusterG).', 'reference_not_found'],
  ['Die Gastkarte gilt drei Monate (§ 4 Abs. 9 MusterG).', 'reference_not_found'],
  ['Die Gastkarte gilt drei Monate (§ 7 MusterG).', 'not_in_force'],
  ['Nach § 4 MusterG gilt: „Die Gastkarte gilt immer.“', 'quote_not_found'],
  ['Nach § 5 MusterG behält die Gastkarte, wer vor dem 1. August 2019 angekommen ist.', 'date_not_in_source'],
  ['Das Rathaus öffnet montags nach § 4 MusterG für Besucher aus allen Stadtteilen.', 'not_entailed'],
])('a sentence that the norm does not carry is named with its reason: %s', async (sentence, reason) => {
  expect(await verdictOn(sentence)).toMatchObject({ supports: 'not_supported', reason, detail: expect.any(String) })
})

test.each([
  ['Die Karte gilt nach § 4 FremdG drei Monate.', 'keinem Gesetz der Sammlung'],
  ['So hat das Gericht entschieden (1 C 1.20).', 'Aktenzeichen'],
  ['Auf Ihren Antrag vom 12.02.2025 wird die Gastkarte nach § 4 Abs. 2 MusterG ersetzt.', 'Tatsache des Falls'],
])('what cannot be held against the collection is not checked, and says why: %s', async (sentence, why) => {
  expect(await verdictOn(sentence)).toMatchObject({
    supports: 'not_checked',
    reason: null,
    detail: expect.stringContaining(why),
  })
})

test('references and sentences lie where the text has them, and sentences without a reference are left out', async () => {
  const text =
    'Sehr geehrte Frau Muster,\n\ndie Gastkarte gilt drei Monate (§ 4 MusterG). Das ist alles. § 99 MusterG fehlt.\n'
  const { references, sentences } = await check(text)
  expect(references.map(({ verdict }) => verdict)).toEqual(['ok', 'not_found'])
  for (const each of [...references, ...sentences]) expect(text.slice(each.start, each.end)).toBe(each.text)
  expect(sentences.map((sentence) => sentence.text.slice(-20))).toEqual(['onate (§ 4 MusterG).', '§ 99 MusterG fehlt.'])
})

test('a § without a law belongs to the only law the text names, and to none where it names two', async () => {
  const bare = 'Die Gastkarte gilt drei Monate (§ 4 Abs. 1). '
  expect(await check(`${bare}Siehe § 5 MusterG.`)).toMatchObject({ sentences: [{ supports: 'rule' }, {}] })
  expect(await check(`${bare}Siehe § 5 MusterG und § 1 ProbeV.`)).toMatchObject({
    references: [{ verdict: 'not_checked' }, {}, {}],
    sentences: [{ supports: 'not_checked' }, {}],
  })
})
