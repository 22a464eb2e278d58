import { expect, test } from 'vitest'
import { isRefusal } from './is-refusal.ts'

test.each([
  '',
  'Dazu enthält die Sammlung am 05.03.2025 keine Stelle. Bitte die Frage anders stellen.',
  'Die Stellen der Sammlung beantworten diese Frage nicht. Am nächsten kommen die hier genannten.',
  'Diese Frage kann ich leider nicht beantworten.',
  'Zu Ihrer Anfrage konnten keine passenden Erlasse gefunden werden.',
  'Es liegen keine ausreichenden Informationen vor.',
  'Das weiß ich nicht.',
])('„%s“ is a refusal', (answer) => {
  expect(isRefusal(answer)).toBe(true)
})

test.each([
  'Die Gebühr beträgt 100 Euro. Zur Bearbeitungszeit enthalten die Vorschriften keine Angaben.',
  'Nein, die Erlaubnis kann nicht verlängert werden.',
  'Ein Visum ist nicht erforderlich (§ 41 AufenthV).',
  'Die Behörde darf keine weiteren Unterlagen verlangen.',
])('„%s“ is an answer', (answer) => {
  expect(isRefusal(answer)).toBe(false)
})
