import { expect, test } from 'vitest'
import { correlate } from './correlates.ts'

test.each([
  [
    'Erst wenn ein Monat vergangen ist, darf der Gast wiederkommen.',
    'Vor Ablauf eines Monats darf der Gast nicht kommen.',
  ],
  ['Erst nach der Reinigung wird vermietet.', 'Bis zur Reinigung wird kein Zimmer vermietet.'],
  ['Gäste haften nur wie Mieter.', 'Gäste haften nicht strenger als Mieter.'],
  ['Wer ein Gästehaus führt, bedarf der Erlaubnis.', 'Ohne Erlaubnis darf niemand ein Gästehaus führen.'],
])('"%s" and "%s" say the same, though only one denies', (a, b) => {
  expect(correlate(a, b)).toBe(true)
  expect(correlate(b, a)).toBe(true)
})

test.each([
  ['Erst nach einem Monat darf der Gast kommen.', 'Erst nach einem Monat darf der Gast nicht kommen.'],
  ['Vor Ablauf eines Monats darf der Gast kommen.', 'Vor Ablauf eines Monats darf der Gast nicht kommen.'],
  ['Gäste haften strenger als Mieter.', 'Gäste haften nicht strenger als Mieter.'],
  ['Ohne Erlaubnis darf man ein Gästehaus führen.', 'Ohne Erlaubnis darf niemand ein Gästehaus führen.'],
  ['Wer ein Gästehaus führt, bedarf der Erlaubnis.', 'Wer ein Gästehaus führt, bedarf keiner Erlaubnis.'],
  ['Gäste bedürfen der Erlaubnis.', 'Ohne Erlaubnis geht es für Gäste.'],
])('"%s" and "%s" do not', (a, b) => {
  expect(correlate(a, b)).toBe(false)
  expect(correlate(b, a)).toBe(false)
})
