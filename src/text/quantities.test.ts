import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuantities } from './quantities.ts'

test.each([
  ['drei Jahre', ['3 jahr']],
  ['3 Jahren', ['3 jahr']],
  ['eines Jahres', ['1 jahr']],
  ['ein Ausländer', []],
  ['einen Monat', ['1 monat']],
  ['eine Woche', ['1 woche']],
  ['sechs Monate', ['6 monat']],
  ['1.000 Euro', ['1000 euro']],
  ['1 000 Euro', ['1000 euro']],
  ['1\u00a0000 nationale Visa', ['1000 visa']],
  ['45,3 Prozent', ['45.3 prozent']],
  ['55 %', ['55 prozent']],
  ['10 vom Hundert', ['10 prozent']],
  ['30 Tagen', ['30 tag']],
  ['einundzwanzig Tage', ['21 tag']],
  ['zweihundertfünfzig Euro', ['250 euro']],
  ['anderthalb Jahre', ['1.5 jahr']],
  ['ein halbes Jahr', ['0.5 jahr']],
  ['18. Lebensjahr', ['18 lebensjahr']],
  ['Vollendung des zweiten Lebensjahres', ['2 lebensjahr']],
  ['des 18. und des achtzehnten Lebensjahres', ['18 lebensjahr']],
  ['vom vollendeten 16. bis zum vollendeten 18. Lebensjahr', ['16 lebensjahr', '18 lebensjahr']],
  ['nicht weniger als 6 und nicht mehr als 8 Wochen', ['6 woche', '8 woche']],
  ['eine Million Euro', ['1000000 euro']],
  ['1,5 Millionen Euro', ['1500000 euro']],
  ['Vollendung des sechsten Lebensjahres', ['6 lebensjahr']],
  ['Vollendung des siebten Lebensjahres', ['7 lebensjahr']],
  ['die Dreimonatsfrist', ['3 monat']],
  ['die Monatsfrist', ['1 monat']],
  ['dreijähriger Aufenthalt', ['3 jahr']],
  ['30-jährigen', ['30 jahr']],
  ['sechs und im Übrigen längstens zwölf Monate', ['6 monat', '12 monat']],
  ['zwischen sieben und 30 Tagen', ['7 tag', '30 tag']],
  ['40 und 60 Tagessätze', ['40 tagessatz', '60 tagessatz']],
  ['zwei aufeinander folgenden Jahren', ['2 jahr']],
  ['bis zu 140 Arbeitstagen', ['140 arbeitstag']],
  ['Niveau B 1', ['b1 niveau']],
  ['B2-Kenntnisse', ['b2 niveau']],
  ['mindestens 17 der 33 Fragen', ['17 null', '33 frag']],
  ['2. Abschnitt', []],
  ['1. der Antrag', []],
  ['ISCO-08', []],
  ['beträgt 13 Euro.', ['13 euro']],
])('%s', (text, expected) => {
  expect(findQuantities(text).map(({ value, unit }) => `${value} ${unit}`)).toEqual(expected)
})

test('a number of any size is read back from the way Germans group it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
      const [found] = findQuantities(`${number.toLocaleString('de-DE')} Euro`)
      expect(found).toMatchObject({ value: String(number), unit: 'euro' })
    }),
  )
})

test('quantities lie in the text as they say, in order and apart', () => {
  const pieces = fc.constantFrom(
    ...'drei |3|. |, |Jahre |Euro|einund|zwanzig |-|monatig |B1 |Frist |halb |%|§ '.split('|'),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
      const text = list.join('')
      let last = 0
      for (const { start, end } of findQuantities(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})
