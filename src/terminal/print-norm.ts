import type { Day } from '../law/day.ts'
import type { NormText } from '../law/library.ts'
import { linkLine } from './link-line.ts'
import { validityLine } from '../law/validity-line.ts'
import { wrap } from './wrap.ts'

/** A norm's whole text for people, with where it stands, when it was in force and its hash. */
export function printNorm(norm: NormText, asOf: Day, width: number): string {
  const place = norm.outline.map(({ label, title }) => (title === null ? label : `${label}: ${title}`)).join(' › ')
  const parts = [
    wrap([norm.label, norm.heading].filter(Boolean).join(' – '), width),
    ...(place === '' ? [] : [wrap(place, width)]),
    norm.repealed && norm.text === '' ? '(weggefallen)' : wrap(norm.text, width),
    ...norm.footnotes.map((note) => wrap(note, width, '  ', '* ')),
    [wrap(validityLine(norm, asOf), width), linkLine(norm), `SHA-256 des Textes: ${norm.sha256}`].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}
