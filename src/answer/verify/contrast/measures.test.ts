import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exclude, isSame, measuresIn } from './measures.ts'

const only = (text: string) => {
  const [measure, ...more] = measuresIn(text)
  if (!measure || more.length > 0) throw new RangeError(text)
  return measure
}

describe('two measures exclude each other', () => {
  test.each([
    ['gilt drei Monate', 'gilt zwei Jahre'],
    ['höchstens sechs Monate', 'höchstens ein Jahr'],
    ['längstens für zwölf Monate', 'längstens für sechs Monate'],
    ['innerhalb von zwei Wochen', 'innerhalb eines Monats'],
    ['mindestens drei Jahre', 'höchstens zwei Jahre'],
    ['für fünf Jahre', 'höchstens vier Jahre'],
    ['darf zehn Jahre nicht überschreiten', 'darf fünf Jahre nicht überschreiten'],
    ['Niveau B1', 'Niveau B2'],
    ['500 Euro', 'bis zu 200 Euro'],
    ['drei Wochen', 'drei Monate'],
  ])('"%s" and "%s"', (a, b) => {
    expect(exclude(only(a), only(b))).toBe(true)
    expect(exclude(only(b), only(a))).toBe(true)
  })
})

describe('two measures can both hold', () => {
  test.each([
    ['zwölf Monate', 'ein Jahr'],
    ['90 Tage', 'drei Monate'],
    ['vier Wochen', '28 Tage'],
    ['mindestens ein Jahr', 'zwei Jahre'],
    ['höchstens vier Jahre', 'drei Jahre'],
    ['mindestens ein Jahr', 'höchstens vier Jahre'],
    ['drei Jahre', '300 Euro'],
  ])('"%s" and "%s"', (a, b) => {
    expect(exclude(only(a), only(b))).toBe(false)
  })
})

test('a number of a § or a date is no measure', () => {
  expect(measuresIn('Nach § 5 Abs. 2 gilt seit dem 1. März 2024 nichts anderes.')).toEqual([])
})

test('what is the same never excludes itself, whatever the number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('Tage', 'Wochen', 'Monate', 'Euro'),
      (count, unit) => {
        const measure = only(`bis zu ${count} ${unit}`)
        expect(isSame(measure, measure) && !exclude(measure, measure)).toBe(true)
      },
    ),
  )
})
