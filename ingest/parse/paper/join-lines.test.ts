import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinLines } from './join-lines.ts'

describe('a word cut at the end of a line', () => {
  test.each([
    ['is joined', 'die Aufent-', 'haltserlaubnis', 'die Aufenthaltserlaubnis'],
    ['is joined at a soft hyphen, whatever follows', 'die Aufent\u00ad', 'Haltestelle', 'die AufentHaltestelle'],
    ['keeps the hyphen of a name or compound', 'in Rheinland-', 'Pfalz', 'in Rheinland-Pfalz'],
    ['keeps the hyphen behind letters in capitals', 'ein EU-', 'weites Verbot', 'ein EU-weites Verbot'],
  ])('%s', (_, first, second, joined) => {
    expect(joinLines(first, second)).toBe(joined)
  })
})

describe('a hyphen that stands for a word to come', () => {
  test.each([
    ['Die Ein-', 'und Ausreise', 'Die Ein- und Ausreise'],
    ['Pass-', 'oder Visumpflicht', 'Pass- oder Visumpflicht'],
    ['Bundes-', 'bzw. Landesrecht', 'Bundes- bzw. Landesrecht'],
    ['Ein-', 'sowie Ausreise', 'Ein- sowie Ausreise'],
  ])('stays: %s %s', (first, second, joined) => {
    expect(joinLines(first, second)).toBe(joined)
  })

  test('does not stop a word that merely begins like one of these', () => {
    expect(joinLines('Aufent-', 'undenkbar')).toBe('Aufentundenkbar')
  })
})

test('a dash between words is no hyphen', () => {
  expect(joinLines('Bescheid –', 'wie gesagt')).toBe('Bescheid – wie gesagt')
  expect(joinLines('Nr. 3 -', 'gestrichen')).toBe('Nr. 3 - gestrichen')
})

describe('whatever the lines', () => {
  const line = fc
    .array(fc.constantFrom('Ein', 'ausreise', 'und', '-', '\u00ad', ' ', 'ö', '5', 'EU', '.', '–'), { maxLength: 12 })
    .map((parts) => parts.join(''))

  test('nothing but hyphens and white space is lost or added', () => {
    const letters = (text: string) => text.replaceAll(/[-\u00ad\s]/g, '')
    fc.assert(
      fc.property(line, line, (first, second) => {
        expect(letters(joinLines(first, second))).toBe(letters(first + second))
      }),
    )
  })

  test('the second line stands unchanged at the end', () => {
    fc.assert(
      fc.property(line, line, (first, second) => {
        expect(joinLines(first, second).endsWith(second.trimStart())).toBe(true)
      }),
    )
  })
})
