import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDraft } from './read-draft.ts'

const good = '{"claims":[{"text":"Gäste brauchen eine Karte.","role":"rule","evidence":["E1"]}],"open":["Gebühr"]}'
const claim = { text: 'Gäste brauchen eine Karte.', role: 'rule', evidenceIds: ['E1'] }

const listed =
  '{"claims":[{"text":"Gäste brauchen eine Karte.","role":"rule","evidence":["E1"]}],"open":[],"checklist":[' +
  '{"requirement":"Der Gast ist 17 [E1].","evidence":["e1"],"state":"ja","fact":17},' +
  '{"requirement":"Der Gast hat ein Zimmer.","evidence":"E2","state":"given","fact":"ein Zimmer"},' +
  '{"requirement":"Ja","evidence":["E1"]}, "kein Eintrag"]}'
const lines = [
  { text: 'Der Gast ist 17.', evidenceIds: ['E1'], state: 'unknown', fact: null },
  { text: 'Der Gast hat ein Zimmer.', evidenceIds: ['E2'], state: 'given', fact: 'ein Zimmer' },
]

describe('a checklist in a reply', () => {
  test('is read as far as it can be; what it says of the case counts only if it can be read', () => {
    expect(readDraft(listed)).toEqual({ claims: [claim], open: [], malformed: [], checklist: lines })
  })

  test('cut off in the middle keeps its whole lines, and no line is taken for a claim', () => {
    const draft = readDraft(listed.slice(0, listed.indexOf(',{"requirement":"Ja"')))
    expect(draft).toMatchObject({ claims: [claim], malformed: [], checklist: lines })
  })
})

describe('a reply of a model', () => {
  test.each([
    ['as asked for', good],
    ['in a code fence', `\`\`\`json\n${good}\n\`\`\``],
    ['with prose around it', `Gern! Hier ist das JSON:\n${good}\nIch hoffe, das hilft.`],
    ['after a chain of thought', `<think>Vielleicht {"claims": [] } oder so.</think>${good}`],
    ['with trailing commas', good.replace('"E1"]}]', '"E1",],},]')],
  ])('%s is read', (_name, reply) => {
    expect(readDraft(reply)).toEqual({ claims: [claim], open: ['Gebühr'], malformed: [] })
  })

  test('as a bare list of claims is read', () => {
    expect(readDraft('[{"text":"Gäste brauchen eine Karte.","evidence":"E1"}]').claims).toEqual([claim])
  })

  test.each([
    ['ids as numbers and in brackets', '"evidence":[1,"[E2]"]', ['E1', 'E2']],
    ['ids as one string', '"evidence":"E1, e2"', ['E1', 'E2']],
    ['an id twice', '"evidence":["E1","E1"]', ['E1']],
    ['an unknown role', '"role":"Grundsatz","evidence":["E1"]', ['E1']],
  ])('with %s is understood', (_name, fields, evidenceIds) => {
    expect(readDraft(`{"claims":[{"text":"Ein erfundener Satz.",${fields}}]}`).claims).toEqual([
      { text: 'Ein erfundener Satz.', role: 'rule', evidenceIds },
    ])
  })

  test('cut off in the middle loses its last claim only, which is kept as malformed', () => {
    const cut = `{"claims":[{"text":"Gäste brauchen eine Karte.","role":"rule","evidence":["E1"]},{"text":"Sie gilt dr`
    const draft = readDraft(cut)
    expect(draft.claims).toEqual([claim])
    expect(draft.malformed).toEqual([',{"text":"Sie gilt dr'])
  })

  test.each([
    ['prose', 'Gäste brauchen nach [1] eine Karte.'],
    ['a refusal', 'Ich kann dabei nicht helfen.'],
    ['other JSON', '{"antwort": "ja"}'],
    ['a claim without words', '{"claims":[{"text":"","evidence":["E1"]}]}'],
    ['a claim without evidence', '{"claims":[{"text":"Ein erfundener Satz."}]}'],
    ['a claim of one word', '{"claims":[{"text":"Ja.","evidence":["E1"]}]}'],
    ['half a string', '{"claims": "'],
  ])('that is %s gives no claim, and is kept as malformed', (_name, reply) => {
    const draft = readDraft(reply)
    expect(draft.claims).toEqual([])
    expect(draft.malformed).toHaveLength(1)
  })

  test('with an empty list says that nothing fits', () => {
    expect(readDraft('{"claims":[],"open":["Alles."]}')).toEqual({ claims: [], open: ['Alles.'], malformed: [] })
  })

  test.each([
    'Ein erfundener Satz [1].',
    'Ein erfundener Satz [E1, E2].',
    'Ein erfundener Satz (E1).',
    'Ein erfundener Satz [E1][2].',
  ])('keeps no citation number of its own: "%s"', (text) => {
    expect(readDraft(JSON.stringify({ claims: [{ text, evidence: ['E1'] }] })).claims[0]?.text).toBe(
      'Ein erfundener Satz.',
    )
  })

  test('keeps a link, so that the check removes the claim', () => {
    const text = 'Ein erfundener Satz [1](https://boese.example).'
    expect(readDraft(JSON.stringify({ claims: [{ text, evidence: ['E1'] }] })).claims[0]?.text).toBe(text)
  })

  test('of whatever kind is read without an error, and no claim comes without words', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '"claims"',
      '"text"',
      '"evidence"',
      'E1',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (reply) => {
          expect(readDraft(reply).claims.every(({ text }) => text !== '')).toBe(true)
        },
      ),
    )
  })

  test.each(['{'.repeat(60_000), '{"a":'.repeat(12_000), '['.repeat(60_000), ','.repeat(60_000), ' '.repeat(60_000)])(
    'of 60 kB of nonsense gives no claim',
    (reply) => {
      expect(readDraft(reply).claims).toEqual([])
    },
  )
})
