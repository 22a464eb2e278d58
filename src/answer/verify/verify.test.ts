import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { DraftClaim, Evidence, LawName } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import type { NormState, VerifyContext } from './check.ts'
import { referencesOf, verify } from './verify.ts'

const register: LawName[] = [
  { documentId: 'demo:muster', abbreviation: 'MusterG', names: ['Mustergesetz'] },
  { documentId: 'demo:probe', abbreviation: 'ProbeV', names: ['Probeverordnung'] },
]
const states: Record<string, NormState> = {
  'demo:muster § 1': 'in_force',
  'demo:muster § 2': 'in_force',
  'demo:muster § 7': 'not_in_force',
  'demo:probe § 3': 'in_force',
}
const context: VerifyContext = {
  asOf: toDay('2025-03-05'),
  register,
  lookup: (documentId, norm) => states[`${documentId} ${norm}`] ?? 'unknown',
  ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
}

/** Absätze of the invented Mustergesetz, sentence by sentence. */
const absaetze: Record<string, string[]> = {
  '1': [
    'Eine Musterkarte kann auf Antrag erteilt werden, wenn der Antragsteller seit drei Jahren im Mustergebiet wohnt.',
    'Der Antrag ist innerhalb von sechs Monaten nach der Ankunft zu stellen.',
    'Die Gebühr beträgt 1 000 Euro, für Kinder höchstens 45,5 Prozent davon.',
  ],
  '2': [
    'Die Musterkarte soll versagt werden, wenn der Antragsteller keine Unterkunft nachweist.',
    'Dem Inhaber darf eine Nebentätigkeit nicht erlaubt werden.',
    'Die Musterkarte ist in der Regel nach § 3 der Probeverordnung zu verlängern; § 2 Absatz 1 bleibt unberührt.',
  ],
  '3': [
    'Die Musterkarte wird auf zwei Jahre befristet.',
    'Wer vor dem 1. August 2018 angekommen ist, hat das 16. Lebensjahr vollendet oder weist Sprachkenntnisse der Stufe B 1 nach.',
    'Die Behörde entscheidet ohne Zustimmung der Musteragentur.',
  ],
}

function passage(paragraph: string, changes: Partial<RankedPassage> = {}): RankedPassage {
  const lines = absaetze[paragraph] ?? []
  const text = lines.join(' ')
  let at = 100
  const sentences = lines.map((line, index) => {
    const start = at
    at += line.length + 1
    return { paragraph, number: index + 1, start, end: start + line.length }
  })
  return {
    id: `p${paragraph}`,
    document: {
      id: 'demo:muster',
      kind: 'statute',
      rank: 'statute',
      title: 'Mustergesetz',
      abbreviation: 'MusterG',
      invented: true,
    },
    territory: 'DE',
    normKey: '§ 1',
    norm: '§ 1',
    paragraph,
    path: [],
    heading: 'Musterkarte',
    outline: [],
    label: `§ 1 Abs. ${paragraph} MusterG (erfunden)`,
    pages: [],
    text,
    start: 100,
    end: 100 + text.length,
    normSha256: '',
    sha256: createHash('sha256').update(text).digest('hex'),
    sentences,
    repealed: false,
    validFrom: toDay('2024-01-01'),
    validTo: null,
    validBasis: 'observed',
    url: 'demo',
    urlShows: 'this_version',
    rank: 1,
    score: 1,
    why: [],
    ...changes,
  }
}

/** `1.2`: Absatz 1 Satz 2. */
function evidence(place: string, changes: Partial<RankedPassage> = {}): Evidence {
  const [paragraph = '', number = ''] = place.split('.')
  const source = passage(paragraph, changes)
  const sentence = source.sentences[Number(number) - 1]
  if (!sentence) throw new Error(place)
  const text = (absaetze[paragraph] ?? [])[Number(number) - 1] ?? ''
  return {
    id: `E${place}`,
    passage: source,
    sentence: Number(number),
    span: { start: sentence.start, end: sentence.end },
    text,
  }
}

const everything = Object.entries(absaetze).flatMap(([paragraph, lines]) =>
  lines.map((_, index) => evidence(`${paragraph}.${index + 1}`)),
)

function judge(text: string, places: string[], offered: Evidence[] = everything): string {
  const claim: DraftClaim = { text, role: 'rule', evidenceIds: places.map((place) => `E${place}`) }
  const { claims, removed } = verify({ claims: [claim], open: [], malformed: [] }, offered, context)
  return removed[0]?.reason ?? claims[0]?.supports ?? 'lost'
}

describe('what a claim rightly says of its source stays', () => {
  test.each([
    ['Eine Musterkarte kann auf Antrag erteilt werden.', '1.1'],
    ['Die Musterkarte kann erteilt werden, wenn der Antragsteller seit 3 Jahren im Mustergebiet wohnt.', '1.1'],
    ['Der Antrag muss innerhalb von 6 Monaten nach der Ankunft gestellt werden.', '1.2'],
    ['Nach § 1 Abs. 1 Satz 2 MusterG ist der Antrag innerhalb von sechs Monaten zu stellen.', '1.2'],
    ['Die Gebühr beträgt 1.000 Euro.', '1.3'],
    ['Für Kinder beträgt die Gebühr bis zu 45,5 % davon.', '1.3'],
    ['Ohne Nachweis einer Unterkunft soll die Musterkarte versagt werden.', '2.1'],
    ['Eine Nebentätigkeit darf dem Inhaber nicht erlaubt werden.', '2.2'],
    ['Die Musterkarte ist nach § 3 ProbeV in der Regel zu verlängern.', '2.3'],
    ['Die Musterkarte wird auf zwei Jahre befristet.', '3.1'],
    ['Die Musterkarte wird auf 24 Monate befristet.', '3.1'],
    ['Wer vor dem 01.08.2018 angekommen ist, muss 16 Jahre alt sein oder B1 nachweisen.', '3.2'],
    ['Am 5. März 2025 gilt: Der Antrag ist innerhalb von sechs Monaten zu stellen.', '1.2'],
    ['Das Gesetz nennt das eine „Musterkarte“, die auf Antrag erteilt werden kann.', '1.1'],
    ['Eine Zustimmung der Musteragentur ist für die Entscheidung der Behörde nicht nötig.', '3.3'],
  ])('%s', (text, place) => {
    expect(['rule', 'not_checked']).toContain(judge(text, [place]))
  })
})

describe('what a claim turns or invents removes it, with the reason', () => {
  test.each([
    ['Eine Musterkarte wird auf Antrag erteilt.', '1.1', 'modality'],
    ['Eine Musterkarte muss auf Antrag erteilt werden.', '1.1', 'modality'],
    ['Der Antrag kann innerhalb von sechs Monaten nach der Ankunft gestellt werden.', '1.2', 'modality'],
    ['Die Musterkarte muss versagt werden, wenn der Antragsteller keine Unterkunft nachweist.', '2.1', 'modality'],
    ['Die Musterkarte ist nach § 3 der Probeverordnung zu verlängern.', '2.3', 'modality'],
    ['Eine Musterkarte kann auf Antrag nicht erteilt werden.', '1.1', 'negation'],
    ['Dem Inhaber darf eine Nebentätigkeit erlaubt werden.', '2.2', 'negation'],
    ['Die Musterkarte soll versagt werden, wenn der Antragsteller eine Unterkunft nachweist.', '2.1', 'negation'],
    ['Die Behörde entscheidet mit Zustimmung der Musteragentur.', '3.3', 'negation'],
    ['Eine Musterkarte kann nach vier Jahren im Mustergebiet erteilt werden.', '1.1', 'number_not_in_source'],
    ['Der Antrag ist innerhalb von sechs Wochen nach der Ankunft zu stellen.', '1.2', 'number_not_in_source'],
    ['Die Musterkarte wird auf 730 Tage befristet.', '3.1', 'number_not_in_source'],
    ['Die Gebühr beträgt 100 Euro.', '1.3', 'number_not_in_source'],
    ['Für Kinder beträgt die Gebühr mindestens 45,5 Prozent davon.', '1.3', 'number_not_in_source'],
    ['Wer vor dem 1. August 2018 angekommen ist, weist B2 nach.', '3.2', 'number_not_in_source'],
    ['Wer vor dem 2. August 2018 angekommen ist, weist B1 nach.', '3.2', 'date_not_in_source'],
    ['Seit 2019 ist der Antrag innerhalb von sechs Monaten zu stellen.', '1.2', 'date_not_in_source'],
    ['Nach § 99 MusterG ist der Antrag innerhalb von sechs Monaten zu stellen.', '1.2', 'reference_not_found'],
    ['Nach § 2 MusterG ist der Antrag innerhalb von sechs Monaten zu stellen.', '1.2', 'reference_not_found'],
    ['Nach § 1 Abs. 9 ist der Antrag innerhalb von sechs Monaten zu stellen.', '1.2', 'reference_not_found'],
    ['Nach § 1 Abs. 1 Satz 7 ist der Antrag innerhalb von sechs Monaten zu stellen.', '1.2', 'reference_not_found'],
    ['Nach § 1 Abs. 1 Nr. 4 ist der Antrag innerhalb von sechs Monaten zu stellen.', '1.2', 'reference_not_found'],
    ['Nach § 7 MusterG ist der Antrag innerhalb von sechs Monaten zu stellen.', '1.2', 'not_in_force'],
    ['Der Antrag ist „unverzüglich und schriftlich“ zu stellen.', '1.2', 'quote_not_found'],
    ['Zum Antrag heißt es: „Der Antrag ist unverzüglich und schriftlich zu stellen.', '1.2', 'quote_not_found'],
    ['Bei Hochwasser hilft das Technische Hilfswerk mit Pumpen.', '1.2', 'not_entailed'],
    ['', '1.2', 'malformed'],
    ['Der Antrag ist zu stellen. '.repeat(30), '1.2', 'malformed'],
    ['Der Antrag <img src=x onerror=alert(1)> ist zu stellen.', '1.2', 'malformed'],
    ['Der Antrag ![x](https://x.invalid/a.png) ist zu stellen.', '1.2', 'malformed'],
    ['Der [Antrag](muster) ist zu stellen.', '1.2', 'malformed'],
    ['Der Antrag ist auf www.muster.invalid zu stellen.', '1.2', 'malformed'],
    ['Der Antrag ist\u202e zu stellen.', '1.2', 'malformed'],
    ['Der Antrag ist\u200b zu stellen.', '1.2', 'malformed'],
    ['Der Antrag ist\u0007 zu stellen.', '1.2', 'malformed'],
    ['Der Antrag ist zu stellen [1].', '1.2', 'malformed'],
    ['Der Antrag ist zu stellen.', '9.9', 'unknown_id'],
  ])('%s (%s): %s', (text, place, reason) => {
    expect(judge(text, [place])).toBe(reason)
  })

  test('one invented id among good ones is enough', () => {
    expect(judge('Der Antrag ist innerhalb von sechs Monaten zu stellen.', ['1.2', '7.7'])).toBe('unknown_id')
  })

  test('a claim without any id has no ground', () => {
    expect(judge('Der Antrag ist innerhalb von sechs Monaten zu stellen.', [])).toBe('unknown_id')
  })
})

describe('the source itself is held against what was stored', () => {
  const claim = 'Der Antrag ist innerhalb von sechs Monaten zu stellen.'

  test.each<[string, Evidence]>([
    ['other words than the passage has', { ...evidence('1.2'), text: 'Der Antrag ist entbehrlich.' }],
    ['offsets that point elsewhere', { ...evidence('1.2'), span: { start: 100, end: 140 } }],
    ['offsets outside of the passage', { ...evidence('1.2'), span: { start: 0, end: 70 } }],
    ['a passage whose hash is not that of its text', evidence('1.2', { sha256: 'f'.repeat(64) })],
  ])('%s', (_, piece) => {
    expect(judge(claim, ['1.2'], [piece])).toBe('quote_not_found')
    expect(judge(piece.text, ['1.2'], [piece])).toBe('quote_not_found')
  })

  test.each<[string, Partial<RankedPassage>, string]>([
    ['in force from the day asked on', { validFrom: toDay('2025-03-05') }, 'rule'],
    ['in force a day later', { validFrom: toDay('2025-03-06') }, 'not_in_force'],
    ['replaced on the day asked', { validTo: toDay('2025-03-05') }, 'not_in_force'],
    ['replaced the day after', { validTo: toDay('2025-03-06') }, 'rule'],
    ['oldest text, assumed for an earlier day', { validFrom: toDay('2026-01-01'), validBasis: 'assumed' }, 'rule'],
    ['repealed', { repealed: true }, 'not_in_force'],
  ])('%s', (_, changes, verdict) => {
    expect(judge(claim, ['1.2'], [evidence('1.2', changes)])).toBe(verdict)
  })
})

test('a cited sentence word for word carries itself', () => {
  for (const piece of everything) expect(judge(piece.text, [piece.id.slice(1)])).toBe('rule')
})

test('the beginning of a sentence is not the sentence', () => {
  expect(judge('Dem Inhaber darf eine Nebentätigkeit …', ['2.2'])).not.toBe('rule')
})

test('a law outside the collection and an Aktenzeichen stay, marked as not checked', () => {
  const text =
    'Der Antrag ist innerhalb von sechs Monaten zu stellen (§ 5 FremdG, BVerwG 1 C 12.22, § 1 Abs. 1 MusterG).'
  const claim: DraftClaim = { text, role: 'deadline', evidenceIds: ['E1.2'] }
  const { claims } = verify({ claims: [claim], open: [], malformed: [] }, everything, context)
  expect(claims[0]?.references.map((reference) => [reference.text, reference.verdict, reference.inForce])).toEqual([
    ['§ 5 FremdG', 'not_checked', null],
    ['BVerwG 1 C 12.22', 'not_checked', null],
    ['§ 1 Abs. 1 MusterG', 'ok', true],
  ])
})

test('a norm whose state could not be fetched is not checked, which is no absence', () => {
  const claim: DraftClaim = {
    text: 'Nach § 1 Abs. 1 MusterG ist der Antrag zu stellen.',
    role: 'rule',
    evidenceIds: ['E1.2'],
  }
  const outage: VerifyContext = { ...context, lookup: () => 'not_checked' }
  const { claims } = verify({ claims: [claim], open: [], malformed: [] }, everything, outage)
  expect(claims[0]?.references).toMatchObject([{ verdict: 'not_checked', inForce: null }])
})

test('the norms to look up before are named once each, a § without a law under the cited law', () => {
  const claims: DraftClaim[] = [
    { text: 'Nach § 1 und § 99 gilt § 3 ProbeV, vgl. §§ 2 bis 7.', role: 'rule', evidenceIds: ['E1.2'] },
    { text: 'Siehe § 1 MusterG und § 5 FremdG.', role: 'rule', evidenceIds: ['E1.1'] },
  ]
  const named = referencesOf({ claims, open: [], malformed: [] }, register, everything)
  expect(named.map(({ documentId, norm }) => `${documentId} ${norm}`).toSorted()).toEqual([
    'demo:muster § 1',
    'demo:muster § 2',
    'demo:muster § 7',
    'demo:muster § 99',
    'demo:probe § 3',
  ])
})

test('unreadable pieces of the output are listed as removed, open parts are kept', () => {
  const draft = { claims: [], open: ['Wer zahlt?'], malformed: ['{"claim":'] }
  expect(verify(draft, everything, context)).toMatchObject({
    claims: [],
    removed: [{ text: '{"claim":', reason: 'malformed' }],
    open: ['Wer zahlt?'],
  })
})

test('every removal tells the reader in German what is wrong', () => {
  const claims: DraftClaim[] = [{ text: 'Die Gebühr beträgt 100 Euro.', role: 'rule', evidenceIds: ['E1.3'] }]
  const { removed } = verify({ claims, open: [], malformed: [] }, everything, context)
  expect(removed[0]?.detail).toBe('Die Angabe „100 Euro.“ steht so nicht in der zitierten Stelle.')
})
