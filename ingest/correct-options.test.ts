import { describe, expect, test } from 'vitest'
import { correctionSchema } from '../src/law/correction.ts'
import { correctionOptions, readCorrection } from './correct-options.ts'

describe('a correction on the command line', () => {
  test('keeps every sign of a number, and takes days as Germans write them', () => {
    const words = ['office:a.pdf', '--aktenzeichen', '15.10', '--aktenzeichen=-0012', '--datum', '1.4.2024']
    expect(readCorrection([...words, '--art', 'Erlass', '--gilt-bis', '2026-12-31'])).toEqual({
      kind: 'read',
      paper: 'office:a.pdf',
      correction: {
        fileNumbers: ['15.10', '-0012'],
        issuedOn: '2024-04-01',
        kind: 'decree',
        validUntil: '2026-12-31',
      },
    })
  })

  test('an empty text says that there is none', () => {
    expect(readCorrection(['x', '--betreff', '', '--aktenzeichen', ''])).toMatchObject({
      correction: { subject: null, fileNumbers: [] },
    })
  })

  const wrong: [string[], RegExp][] = [
    [['--datum', '1.4.2024'], /genau ein Papier/],
    [['a', 'b', '--datum', '1.4.2024'], /genau ein Papier/],
    [['a'], /Es fehlt, was berichtigt werden soll/],
    [['a', '--datum', '30.02.2024'], /^--datum: kein Kalendertag/],
    [['a', '--datum'], /^--datum braucht einen Wert/],
    [['a', '--date', '2024-01-01'], /^Die Option --date gibt es nicht/],
    [['a', '--art', 'brief'], /^--art: erlass, entscheidung oder papier/],
    [['a', '--gebiet', 'XX'], /^--gebiet: Kein Gebiet/],
    [['a', '--titel', ''], /^--titel: Das darf nicht leer sein/],
    [['a', '--ecli', 'x'], /^--ecli: Kein ECLI/],
  ]
  test.each(wrong)('%j is refused with what is wrong', (words, problem) => {
    expect(readCorrection(words)).toMatchObject({ kind: 'usage', problem: expect.stringMatching(problem) })
  })

  test('every field of a header but the relations can be said', () => {
    const fields = Object.keys(correctionSchema.shape).length
    expect(correctionOptions.length).toBe(fields - 1)
  })
})
