import { afterEach, describe, expect, test } from 'vitest'
import { ask, canary, card, rule, stopModels } from '../../tests/ask-invented.ts'
import { buildPassage } from '../../tests/build-passage.ts'
import { claims, type ScriptedRequest } from '../../tests/scripted-llm.ts'
import type { NormText } from '../law/library.ts'
import type { RankedPassage } from '../law/passage.ts'
import type { Unit } from '../law/document-text.ts'

afterEach(stopModels)

const lost = { text: 'Der Verlust der Gastkarte ist anzuzeigen.', evidence: ['E5'] }

/** The norm a passage stands in, with the units a parser finds in it. */
function normOf(passage: RankedPassage): NormText {
  const text = `Erfundener Vorspann.\n${passage.text}`
  const absatz: Unit = { kind: 'absatz', number: '1', start: passage.start, end: passage.end }
  const nummern = [...text.matchAll(/^(\d)\. .*?(?= Die Gastkarte|$)/gm)].map(
    ({ index, 0: words, 1: number = '' }): Unit => {
      return { kind: 'nummer', number, start: index, end: index + words.length }
    },
  )
  return {
    ...passage,
    key: passage.normKey,
    text,
    sha256: passage.normSha256,
    units: [absatz, ...nummern],
    tables: [],
    attachments: [],
    footnotes: [],
    passages: [{ id: passage.id, label: passage.label, paragraph: '1', start: passage.start, end: passage.end }],
    sourceSha256: passage.sha256,
    fetchedOn: passage.validFrom,
  }
}

describe('what a model is told', () => {
  test('names each passage with its rank, the day its text began, and where it is law', async () => {
    const ordinance = buildPassage({ norm: '§ 2', sentences: ['Die Karte ist blau.'], rank: 2, validBasis: 'assumed' })
    ordinance.document = { ...ordinance.document, rank: 'ordinance' }
    const { server } = await ask({
      passages: [card, { ...ordinance, territory: 'DE-NW' }],
      play: { say: claims([rule]) },
    })
    const prompt = server?.requests[0]?.prompt ?? ''
    expect(prompt).toContain('§ 4 Abs. 1 MusterG (erfunden): Gastkarte (Gesetz, Text in Kraft seit 01.01.2020, Bund)')
    expect(prompt).toContain('(Verordnung, ältester Text vom 01.01.2020, Nordrhein-Westfalen)')
    expect(prompt).toContain('Maßgeblicher Tag: 05.03.2025. Gebiet: Nordrhein-Westfalen.')
    expect(prompt).not.toMatch(/\{\{/)
  })

  test('is to correct what the question assumes and the law says otherwise', async () => {
    const { server } = await ask({ play: { say: claims([rule]) } })
    expect(server?.requests[0]?.prompt).toMatch(/Setzt die Frage etwas voraus, das die Rechtssätze anders sagen/)
  })
})

describe('a claim that is not German', () => {
  test('is removed, and the others stay', async () => {
    const english = { text: 'The guest card is valid for three months.', evidence: ['E1'] }
    const { answer } = await ask({ play: { say: claims([rule, lost, english]) } })
    expect(answer.mode).toBe('llm')
    expect(answer.claims.map(({ text }) => text)).toEqual([rule.text, lost.text])
    expect(answer.removed).toEqual([
      { text: english.text, reason: 'malformed', detail: 'Die Aussage ist nicht auf Deutsch.' },
    ])
  })

  test('like most of its reply leaves an extract, and the model is not asked again', async () => {
    const english = { text: 'The guest card is valid for three months.', evidence: ['E1'] }
    const more = { text: 'The card must not be extended by the office.', evidence: ['E2'] }
    const { answer, server } = await ask({ play: { say: claims([english, more, rule]) } })
    expect(answer).toMatchObject({ mode: 'extractive', model: null })
    expect(answer.fallback).toContain('überwiegend nicht auf Deutsch')
    expect(answer.claims.map(({ text }) => text)).toContain(rule.text)
    expect(answer.removed.map(({ text }) => text)).toEqual([english.text, more.text])
    expect(server?.requests).toHaveLength(1)
  })
})

describe('a case', () => {
  const text = 'Der Gast Zyxmann ist seit zwei Monaten hier. Bekommt er eine Gastkarte?'
  const list = buildPassage({
    norm: '§ 4',
    heading: 'Gastkarte',
    sentences: [
      'Ein Gast erhält eine Gastkarte, wenn er\n1. seit mindestens einem Monat im Musterland ist und\n2. eine Unterkunft hat.',
      'Die Gastkarte gilt drei Monate.',
    ],
  })
  const listed = (checklist: object[]) =>
    JSON.stringify({ ...JSON.parse(claims([{ ...rule, evidence: ['E2'] }])), checklist })
  const asked = (state: string, fact: string | null) => ({
    requirement: 'Der Gast ist seit mindestens einem Monat im Musterland.',
    evidence: ['E1'],
    state,
    fact,
  })

  test('has a checklist whose facts stand in the question, with the citation of each requirement', async () => {
    const home = {
      requirement: 'Der Gast hat eine Unterkunft.',
      evidence: ['E1'],
      state: 'not_given',
      fact: 'hat kein Zimmer',
    }
    const { answer, server } = await ask({
      text,
      passages: [list],
      play: { say: listed([asked('given', 'seit zwei Monaten hier'), home]) },
    })
    expect(server?.requests[0]?.prompt).toContain('"checklist"')
    expect(answer.checklist).toEqual([
      { requirement: asked('', null).requirement, citations: [2], state: 'given', fact: 'seit zwei Monaten hier' },
      { requirement: home.requirement, citations: [2], state: 'unknown', fact: null },
    ])
    expect(answer.citations.map(({ number, sentences }) => [number, sentences])).toEqual([
      [1, [2]],
      [2, [1]],
    ])
    expect(answer.answer).toBe('Die Gastkarte gilt drei Monate. [1]')
  })

  test('has no requirement that the law does not carry', async () => {
    const lies = [
      { ...asked('unknown', null), requirement: 'Der Gast ist seit mindestens neun Monaten im Musterland.' },
      { ...asked('unknown', null), evidence: ['E77'] },
      { ...asked('unknown', null), requirement: `${canary}: alles ist erlaubt und nichts ist zu prüfen.` },
      { ...asked('unknown', null), requirement: 'The guest must have been here for at least one month.' },
      'kein Eintrag',
    ]
    const { answer } = await ask({ text, passages: [list], play: { say: listed(lies as object[]) } })
    expect(answer.mode).toBe('llm')
    expect(answer.checklist).toEqual([])
  })

  test('has the conditions of the law word by word where no model is, none of them decided', async () => {
    const { answer } = await ask({
      text: 'Er ist hier. Welche Gastkarte erhält ein Gast?',
      passages: [list],
      parts: { findNorm: async () => ({ found: true, norm: normOf(list) }) },
    })
    expect(answer.checklist).toEqual([
      {
        requirement: 'seit mindestens einem Monat im Musterland ist und',
        citations: [expect.any(Number)],
        state: 'unknown',
        fact: null,
      },
      { requirement: 'eine Unterkunft hat.', citations: [expect.any(Number)], state: 'unknown', fact: null },
    ])
    const labels = answer.checklist.map((item) => answer.citations.find(({ number }) => number === item.citations[0]))
    expect(new Set(labels.map((citation) => citation?.passageId))).toEqual(new Set([list.id]))
    expect(labels.map((citation) => [citation?.label, citation?.quote])).toEqual([
      ['§ 4 Abs. 1 Satz 1 Nr. 1 MusterG (erfunden)', 'seit mindestens einem Monat im Musterland ist und'],
      ['§ 4 Abs. 1 Satz 1 Nr. 2 MusterG (erfunden)', 'eine Unterkunft hat.'],
    ])
  })

  test.each([
    ['by a model', { say: listed([asked('unknown', null)]) }],
    ['by extracts', undefined],
  ])('not told has no checklist, answered %s', async (_by, play) => {
    const { answer, server } = await ask({
      text: 'Wer erhält eine Gastkarte?',
      passages: [list],
      ...(play && { play }),
    })
    expect(answer.mode).not.toBe('abstained')
    expect(answer.checklist).toEqual(play ? [expect.anything()] : [])
    expect(server?.requests[0]?.prompt ?? '').not.toContain('checklist')
  })
})

describe('each style', () => {
  const styleOf = ({ prompt }: ScriptedRequest) => prompt.slice(prompt.lastIndexOf('</frage>'))

  test.each([
    ['short', /höchstens 3 Aussagen/],
    ['full', /Grundsatz, Ausnahmen, Rechtsfolge/],
    ['vermerk', /Aktenvermerk.*unpersönlich/s],
    ['einfache_sprache', /einfacher Sprache.*höchstens 20 Wörter/s],
  ] as const)('%s is asked for in its own words and answered with citations', async (style, words) => {
    const { answer, server } = await ask({ style, play: { say: claims([rule, lost]) } })
    const [request] = server?.requests ?? []
    expect(request && styleOf(request)).toMatch(words)
    expect(answer).toMatchObject({ style, mode: 'llm' })
    expect(answer.claims.map(({ citations }) => citations.length)).toEqual([1, 1])
    expect(answer.notices.filter((notice) => notice.includes('einfache Sprache'))).toEqual([])
  })

  test('in easy language says how many sentences are too long for it', async () => {
    const sentence =
      'Die Gastkarte gilt nach den Regeln dieses Gesetzes für alle Gäste und alle Künstler im ganzen Musterland immer genau nur drei Monate lang.'
    const long = buildPassage({ norm: '§ 4', heading: 'Gastkarte', sentences: [sentence] })
    const { answer } = await ask({
      style: 'einfache_sprache',
      passages: [long],
      play: {
        say: claims([
          { text: sentence, evidence: ['E1'] },
          { text: 'Die Gastkarte gilt drei Monate.', evidence: ['E1'] },
        ]),
      },
    })
    expect(answer.claims).toHaveLength(2)
    expect(answer.notices).toContain('Ein Satz hat mehr als 20 Wörter und ist keine einfache Sprache.')
  })

  test('in easy language without a model says that the law is not in easy language', async () => {
    const { answer } = await ask({ style: 'einfache_sprache' })
    expect(answer.mode).toBe('extractive')
    expect(answer.notices).toContainEqual(expect.stringContaining('keine einfache Sprache'))
  })
})
