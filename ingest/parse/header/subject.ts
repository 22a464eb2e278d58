import type { Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'
import { kindNameIn } from './instrument-words.ts'
import { mendJoinedWords } from './mend-joined-words.ts'

const label = /^(?:Betreff|Betr\.|Betrifft|Titelzeile|Titel)\s?:?\s*(?=\S|$)/
const stop = /^(?:Bezug|Bezüglich|Anlagen?|Az|Aktenzeichen|Geschäftszeichen|Datum|Normenketten?|Leits[aä]tze?|Stichworte|Schlagworte|Sehr geehrte|hier\b.*:$|I\.|1\.|Seite|An\b|§)|^[\p{L}/ ]{3,25}:$/iu

/** What it is about: behind "Betreff" or "Titel"; else a decree's title; of a ruling what is "wegen". */
export function subject(header: HeaderText): Finding<string> | null {
  return labelled(header) ?? (header.genre === 'ruling' ? because(header) : header.genre === 'decree' ? title(header) : null)
}

function labelled({ opening }: HeaderText): Finding<string> | null {
  for (const [at, { text, start, end }] of opening.slice(0, 120).entries()) {
    const cue = label.exec(text)?.[0]
    if (cue === undefined || (!cue.includes(':') && text !== cue && !/^Betr/.test(cue))) continue
    const words = text.slice(cue.length)
    const more = goingOn(opening.slice(at + 1, at + 6), words === '')
    const lines = [...(words === '' ? [] : [{ text: words, start: start + cue.length, end }]), ...more]
    const found = joined(lines)
    if (found !== null) return found
  }
  return null
}

/** Lines that belong to it: all but the first must go on a sentence. */
function goingOn(lines: PlacedLine[], first: boolean): PlacedLine[] {
  const end = lines.findIndex(({ text }, at) => stop.test(text) || (at > (first ? 0 : -1) && !/^(?:hier:|[a-zäöü(–-])/.test(text) && !/(?:[-,]|\s(?:und|der|des|die|von|für|zur|zum|vom|im|in|auf|nach))$/.test(lines[at - 1]?.text ?? '')))
  return end === -1 ? lines : lines.slice(0, end)
}

function joined(lines: PlacedLine[]): Finding<string> | null {
  const [first] = lines
  if (first === undefined) return null
  const value = lines.map(({ text }) => text).join(' ').replaceAll(/(?<=\p{L})- (?=\p{Ll}(?!nd ))/gu, '')
  return { value, certainty: 'high', start: first.start, end: lines.at(-1)?.end ?? first.end }
}

function because({ opening }: HeaderText): Finding<string> | null {
  const at = opening.findIndex(({ text }) => /^wegen\b/.test(text))
  const line = opening[at]
  if (line === undefined) return null
  const words = line.text.replace(/^wegen\s*/, '')
  if (words !== '') return { value: words.replace(/,$/, ''), certainty: 'medium', start: line.end - words.length, end: line.end }
  const next = opening[at + 1]
  return next ? { value: next.text.replace(/,$/, ''), certainty: 'medium', start: next.start, end: next.end } : null
}

/** The first line that calls itself a decree or regulation, else the first that is long enough for a title. */
function title({ lines }: HeaderText): Finding<string> | null {
  const head = lines.slice(0, 6).map((line) => ({ ...line, text: mendJoinedWords(line.text) }))
  const line = head.find(({ text }) => kindNameIn(text) !== null && text.length > 15)
  return line ? { value: line.text, certainty: 'medium', start: line.start, end: line.end } : null
}
