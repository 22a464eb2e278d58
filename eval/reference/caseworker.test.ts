import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseStatute } from '../../ingest/parse/statute-xml.ts'
import type { Norm } from '../../src/law/document-text.ts'
import { corpusDir, describeOnRealLaw } from '../../tests/corpus.ts'
import { parseReferenceCases } from './parse-reference-cases.ts'

const bytes = readFileSync(new URL('caseworker.jsonl', import.meta.url))
const cases = parseReferenceCases(bytes.toString('utf8'))

describe('the frozen caseworker questions', () => {
  test('are the bytes that were frozen on 2026-11-23', () => {
    const frozen = readFileSync(new URL('caseworker.sha256', import.meta.url), 'utf8').split(' ')[0]
    expect(
      createHash('sha256').update(bytes).digest('hex'),
      'caseworker.jsonl is frozen: it may not be changed, only superseded by a new file with a hash of its own',
    ).toBe(frozen)
  })

  test('are sixty, six of them about another day, five of them unanswerable', () => {
    expect(cases.map(({ id }) => id)).toEqual(cases.map((_, index) => `cw-${String(index + 1).padStart(3, '0')}`))
    expect(cases).toHaveLength(60)
    expect(cases.filter(({ kind }) => kind === 'point_in_time')).toHaveLength(6)
    expect(cases.filter(({ answerable }) => !answerable).map(({ kind }) => kind)).toEqual(
      Array<string>(5).fill('unanswerable'),
    )
  })

  test('carry no statute text', () => {
    expect(cases.flatMap(({ gold }) => gold).filter(({ quote }) => quote !== undefined)).toEqual([])
  })
})

describeOnRealLaw('every gold norm of the caseworker questions was law on its day', () => {
  test.each(cases.filter(({ gold }) => gold.length > 0).map((one) => [one.id, one] as const))('%s', (_, one) => {
    for (const { law, norm: name, para } of one.gold) {
      const norm = normsOn(law, one.as_of).find(({ key }) => key === name)
      expect(norm, `${name} ${law} on ${one.as_of}`).toMatchObject({ repealed: false })
      const paragraphs = paragraphsOf(norm)
      // Null stands for a norm without Absätze only, so that a hit can be told exactly.
      if (para === null) expect(paragraphs, `${name} ${law}`).toEqual([])
      else expect(paragraphs, `${name} ${law}`).toContain(para)
    }
  })
})

const parsed = new Map<string, Norm[]>()

/** The newest text not later than the day; the only one, where a law has one. */
function normsOn(law: string, day: string): Norm[] {
  const days = readdirSync(`${corpusDir}/${law}`)
    .map((name) => name.slice(0, 10))
    .toSorted()
  const version = days.length === 1 ? days[0] : days.findLast((one) => one <= day)
  const file = `${corpusDir}/${law}/${version}.xml`
  const norms = parsed.get(file) ?? parseStatute(readFileSync(file), law).norms
  parsed.set(file, norms)
  return norms
}

function paragraphsOf(norm: Norm | undefined): string[] {
  return norm?.units.filter(({ kind }) => kind === 'absatz').map(({ number }) => number) ?? []
}
