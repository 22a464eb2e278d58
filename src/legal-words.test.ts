import { describe, expect, it } from 'vitest'
import { legalWords, LegalWordsError, parseLegalWords } from './legal-words.ts'

describe('The list of legal words', () => {
  it('can be read, and knows what says the same', () => {
    expect(legalWords.meansOneOf('verzichtet', ['Frist', 'abgesehen'])).toBe(true)
    expect(legalWords.meansOneOf('verlangerung', ['ersuchen'])).toBe(false)
    expect(legalWords.denies('unterbleibt')).toBe(true)
  })
  it.each(['gleich\tmarke', 'anders\tmarke\tGrund', 'gleich\tmarke\tGrund\tmehr', 'gleich\t\tGrund'])(
    'is refused with its line where a line has no reason or an unknown kind: %s',
    (line) => {
      expect(() => parseLegalWords(`# Kopf\n${line}`)).toThrow(LegalWordsError)
      expect(() => parseLegalWords(`# Kopf\n${line}`)).toThrow('Zeile 2')
    },
  )
})
