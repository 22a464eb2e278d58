import type { Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'
import { authoritySource } from './authority-name.ts'
import { instrumentSource, kindNameIn } from './instrument-words.ts'
import { mendJoinedWords } from './mend-joined-words.ts'
import { titleOfRuling } from './ruling-title.ts'

const label = /^(?:BETREFF\s(?=\S)|Betreff|Betr\.|Betrifft|Titelzeile|Titel)\s?:?\s*(?=\S|$)/
const stop =
  /^(?:Bezug|Bezüglich|Anlagen?|Az|Aktenzeichen|Geschäftszeichen|Datum|Normenketten?|Leits[aä]tze?|Stichworte|Schlagworte|Sehr geehrte|AKTENZEICHEN|DATUM|SEITE|ANLAGEN?|hier\b.*:$|I\.|1\.|Seite|An\b|§)|^[\p{L}/ ]{3,25}:$/iu
const open = /(?:[-,]|\s(?:und|der|des|die|von|für|zur|zum|vom|im|in|auf|nach))$/

/** What it is about: behind "Betreff" or "Titel"; else the title of a decree, act or paper; of a ruling its title or what is "wegen". */
export function subject(header: HeaderText): Finding<string> | null {
  const found = labelled(header)
  if (found !== null) return found
  if (header.genre === 'ruling') return titleOfRuling(header)
  if (header.genre === 'decree') return title(header)
  if (header.genre === 'parliament') return titleOfPaper(header)
  return header.genre === 'eu_act' ? titleOfAct(header) : null
}

function labelled({ opening }: HeaderText): Finding<string> | null {
  for (const [at, { text, start, end }] of opening.slice(0, 120).entries()) {
    const cue = label.exec(text)?.[0]
    if (cue === undefined || (!cue.includes(':') && text !== cue && !/^Betr/i.test(cue))) continue
    const words = text.slice(cue.length)
    const first = words === '' ? [] : [{ text: words, start: start + cue.length, end }]
    const next = opening.slice(at + 1, at + 6)
    const found = joined([
      ...first,
      ...(words === '' ? next.slice(0, 1) : []),
      ...goingOn(words === '' ? next : [first[0] as PlacedLine, ...next]),
    ])
    if (found !== null) return found
  }
  return null
}

/** The lines behind the first that go on with it: it is open at its end, or they begin with a small letter or bracket. */
function goingOn(lines: PlacedLine[]): PlacedLine[] {
  const end = lines.findIndex(
    ({ text }, at) =>
      at > 0 && (stop.test(text) || !(/^(?:hier:|[a-zäöü(–-])/.test(text) || open.test(lines[at - 1]?.text ?? ''))),
  )
  return lines.slice(1, end === -1 ? undefined : end)
}

function joined(lines: PlacedLine[]): Finding<string> | null {
  const [first] = lines
  if (first === undefined) return null
  const words = lines.map(({ text }) => text).join(' ')
  const value = words.replaceAll(/(?<=\p{L})- (?=\p{Ll}(?!nd ))/gu, '')
  return { value, certainty: 'high', start: first.start, end: lines.at(-1)?.end ?? first.end }
}

const namesItself = new RegExp(`${instrumentSource}$|${instrumentSource}(?=\\s[(\\d])`, 'u')

/** Of the first lines the one that says of what it is a decree; else one that ends with such a word. */
function title({ lines }: HeaderText): Finding<string> | null {
  const head = lines.slice(0, 6).map((line) => ({ ...line, text: mendJoinedWords(line.text) }))
  const titles = head.filter(({ text }) => kindNameIn(text) !== null && text.length > 15 && text.length < 900)
  const line =
    titles.find(({ text }) => /\s(?:über|zur|zum|zu|für)\s/.test(text)) ??
    titles[0] ??
    head.slice(0, 2).find(({ text }) => text.length < 200 && namesItself.test(text))
  if (line === undefined) return null
  const at = head.indexOf(line)
  const own = onlyNames.test(line.text) ? head[at - 1] : line
  return own ? { value: own.text, certainty: 'medium', start: own.start, end: own.end } : null
}

/** `RdErl. d. Ministeriums des Innern v. 12.3.2024 – 14-39.06.01`: what it is about stands in the line above. */
const onlyNames = new RegExp(
  `^${instrumentSource}\\s(?:des|der|d\\.)\\s${authoritySource}(?:,?\\s(?:vom|v\\.)\\s.{4,20}\\d{4})?(?:\\s?[-–—].*)?$`,
  'u',
)

/** `Entwurf eines Gesetzes …`, `Antrag …` up to the first heading of the text. */
function titleOfPaper({ lines }: HeaderText): Finding<string> | null {
  const first = lines.findIndex(({ text }, at) => at < 30 && /^(?:Entwurf|Zweites? Gesetz|Gesetz)\s/.test(text))
  if (first === -1) return null
  const rest = lines.slice(first, first + 8)
  const end = rest.findIndex(({ text }) => /^(?:[A-I]\.|\d\.|I+\.|Vorblatt|Der Bundestag)/.test(text))
  const found = joined(end === -1 ? rest.slice(0, 1) : rest.slice(0, end))
  return found && { ...found, certainty: 'medium' }
}

/** What stands behind the day in an act's title, or in the line below. */
function titleOfAct({ opening }: HeaderText): Finding<string> | null {
  for (const [at, { text, start, end }] of opening.slice(0, 16).entries()) {
    const cue = /(?:^|\s)(?:of|vom) \d{1,2}\.? \p{L}+ \d{4}(?=$|\s)/u.exec(text)
    if (cue === null) continue
    const words = text.slice(cue.index + cue[0].length).trim()
    const next = opening[at + 1]
    if (words !== '') return { value: words, certainty: 'medium', start: end - words.length, end }
    return next === undefined
      ? null
      : { value: next.text, certainty: 'medium', start: Math.max(start, next.start), end: next.end }
  }
  return null
}
