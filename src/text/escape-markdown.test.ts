import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkdown } from './escape-markdown.ts'

test.each([
  ['1. die Fachkraft', '1\\. die Fachkraft'],
  ['wenn\n2) der Arbeitgeber\n- nicht', 'wenn\n2\\) der Arbeitgeber\n\\- nicht'],
  ['(1) Nach § 5 Abs. 1. Das gilt.', '(1) Nach § 5 Abs. 1. Das gilt.'],
  ['A &amp; B ~~C~~', 'A \\&amp; B \\~\\~C\\~\\~'],
])('a line of the law stays the line it is: %j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

test('nothing but backslashes is added, and no sign that could be markup stands alone', () => {
  assert(
    property(string(), (text) => {
      const escaped = escapeMarkdown(text)
      expect(escaped.replace(/\\(?=[\\`*_[\]<>#|~&:.)+=-])/g, '').length).toBeLessThanOrEqual(text.length)
      expect(escaped.replace(/\\./gs, '')).not.toMatch(/[`*_[\]<>#|~&]/)
    }),
  )
})
