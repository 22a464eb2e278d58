import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Evidence } from '../../law/answer.ts'
import { isVerbatim } from '../verify/is-verbatim.ts'
import { groupSentences, showSentence } from './whole-sentence.ts'

const item = (number: number) =>
  `${number}. der Gast die ${number}. Prüfung im Gästehaus abgelegt hat und darüber eine Bescheinigung vorlegt`
const items = Array.from({ length: 12 }, (_, at) => `${item(at + 1)}${at < 11 ? ',' : '.'}`)

/** A list cut into passages as the store holds it: its beginning, then each Nummer. */
function cutList(beginning: string, numbers: string[]): Evidence[] {
  let start = 100
  return [beginning, ...numbers].map((text, at) => {
    const passage = { ...buildPassage({ sentences: [text] }), path: at === 0 ? [] : [String(at)], normSha256: 'x' }
    const span = { start, end: start + text.length }
    start = span.end + 1
    return { id: `E${at + 1}`, passage: { ...passage, ...span }, sentence: 1, span, text }
  })
}

function one(text: string): Evidence {
  const passage = buildPassage({ sentences: [text] })
  return { id: 'E1', passage, sentence: 1, span: { start: passage.start, end: passage.end }, text }
}

function show(evidence: Evidence[], worth: (text: string) => number = () => 0) {
  const [pieces] = groupSentences(evidence)
  return pieces ? showSentence(pieces, worth) : null
}

describe('a list', () => {
  const beginning = 'Eine Gastkarte wird erteilt, wenn'

  test('is shown with its beginning and the Nummern that answer, in their order, and says where some are left out', () => {
    const worth = (text: string) => (text.startsWith('5.') || text.startsWith('9.') ? 1 : 0)
    const shown = show(cutList(beginning, items), worth)
    expect(shown?.text.startsWith(`${beginning} `)).toBe(true)
    expect(shown?.text).toMatch(/ 5\. .* … 9\. /)
    expect(shown?.text.endsWith(' …')).toBe(true)
    expect(shown?.evidenceIds).toEqual(expect.arrayContaining(['E1', 'E6', 'E10']))
    expect(shown?.text.length).toBeLessThan(1000)
  })

  test('is shown whole where it is short', () => {
    const shown = show(cutList(beginning, ['1. der Gast wohnt,', '2. der Gast zahlt.']))
    expect(shown).toEqual({
      text: `${beginning} 1. der Gast wohnt, 2. der Gast zahlt.`,
      evidenceIds: ['E1', 'E2', 'E3'],
    })
  })

  test('says nothing without its beginning, nor its beginning without a Nummer', () => {
    const [first, second] = cutList(beginning, ['1. der Gast wohnt,'])
    expect(show([first as Evidence])).toBeNull()
    expect(show([second as Evidence])).toBeNull()
  })

  test('that stands in one piece is treated alike, and keeps what stands behind it', () => {
    const text = [beginning, ...items, 'Satz 2 bleibt unberührt.'].join('\n')
    const shown = show([one(text)], (block) => (block.startsWith('7.') ? 1 : 0))
    expect(shown?.text).toMatch(/^Eine Gastkarte wird erteilt, wenn .*7\. .* … Satz 2 bleibt unberührt\.$/)
  })

  test('keeps Buchstaben with their Nummer', () => {
    const shown = show([one(`${beginning}\n1. der Gast\na) wohnt oder\nb) zahlt,\n2. er grüßt.`)])
    expect(shown?.text).toBe(`${beginning} 1. der Gast a) wohnt oder b) zahlt, 2. er grüßt.`)
  })

  test('as shown is verbatim for the verifier, whatever was left out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }), fc.boolean(), (worths, isCut) => {
        const evidence = isCut ? cutList(beginning, items) : [one([beginning, ...items].join('\n'))]
        const shown = show(evidence, (text) => worths[Number.parseInt(text, 10) - 1] ?? 0)
        const cited = evidence.filter(({ id }) => shown?.evidenceIds.includes(id))
        expect(isVerbatim(shown?.text ?? '', cited)).toBe(true)
      }),
    )
  })
})

test('rows of a table are read without their marks, and are verbatim', () => {
  const row = one('| 1. | Gastkarte | | 50 Muster |')
  const shown = show([row])
  expect(shown?.text).toBe('1. – Gastkarte – 50 Muster')
  expect(isVerbatim(shown?.text ?? '', [row])).toBe(true)
})

test('sentences without a list are shown whole; one that leads in to nothing is not shown', () => {
  expect(show([one('Die Gastkarte gilt drei Monate.')])?.text).toBe('Die Gastkarte gilt drei Monate.')
  expect(show([one('Das Gästeamt kann die Gastkarte versagen, wenn')])).toBeNull()
})
