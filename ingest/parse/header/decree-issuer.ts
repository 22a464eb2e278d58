import { laender } from '../../../src/law/territory.ts'
import { authoritySource, isAuthorityName, nominative } from './authority-name.ts'
import { withoutCapitals, withoutLetterSpacing } from './court-name.ts'
import type { Certainty, Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'
import { instrumentSource } from './instrument-words.ts'
import { mendJoinedWords } from './mend-joined-words.ts'
import { withoutReferences } from './reference-lines.ts'

/** Who issued a decree or regulation: letterhead, title, enacting words or signature. A law of a parliament names none. */
export function decreeIssuer(header: HeaderText): Finding<string> | null {
  if (isLaw(header)) return null
  const enacted = inEnactingWords(header, completion)
  if (enacted !== null) return enacted
  const titled = inTitle(header)
  const headed = inLetterhead(header)
  // Under a letterhead a title may be that of another authority's decree, which the letter hands on.
  if (titled !== null && (headed === null || titled.start < headed.start || isSame(titled, headed))) return titled
  return headed ?? inSignature(header) ?? inEnactingWords(header, decided)
}

/** A letterhead is often shorter than the name in the title. */
function isSame(titled: Finding<string>, headed: Finding<string>): boolean {
  return titled.value.startsWith(headed.value)
}

function isLaw({ lines }: HeaderText): boolean {
  return lines.slice(0, 3).some(({ text }) => /^(?:\p{L}+ )?Gesetz(?:$|\s|zu)|^(?:\p{L}+es )?\p{L}+gesetz$/u.test(text))
}

const active = `(?<verb>verordnet|verordnen|ordnet|ordnen|erlässt|erläßt|erlassen|bestimmt|beschließt|überträgt|übertragen|macht|hat)\\s(?:hiermit\\s|hierdurch\\s|auch\\s)?(?<article>das|die|der)\\s(?<name>${authoritySource})`
const reversed = `(?:^|\\n)(?<before>Das|Die|Der)\\s(?<first>${authoritySource})\\s(?:verordnet|ordnet|erlässt|erläßt|gibt|bestimmt)(?![\\p{L}])`
const passive = `(?:von\\sder|vom)\\s(?<by>${authoritySource})[^.:]{0,200}(?:ver|ange)ordnet`
const enacting = new RegExp(`(?<![\\p{L}])(?:${active})|${reversed}|(?<![\\p{L}])${passive}`, 'gu')
const completion: Record<string, RegExp> = {
  hat: /^[^.:]{0,400}(?:gefasst|erlassen|verordnet)/,
  macht: /^[^:]{0,400}bekannt/,
}
/** What one has "beschlossen" is often made known by another, who signs. */
const decided: Record<string, RegExp> = { ...completion, hat: /^[^.:]{0,400}beschlossen/ }

/** `verordnet das Bundesministerium …:` before the first section, or behind a table of contents with a colon or verb that leaves no doubt. */
function inEnactingWords(
  { text, lines, opening }: HeaderText,
  completed: Record<string, RegExp>,
): Finding<string> | null {
  const first = lines.findIndex(({ text: line }) =>
    /^(?:§ 1|Art(?:ikel|\.)? 1|1\.)(?:\s(?!Abs|Satz|Nummer|Nr)\p{Lu}.{0,80})?$/u.test(line),
  )
  const end = lines[first === -1 ? 60 : first]?.start ?? text.length
  const part = text.slice(0, opening.at(-1)?.end ?? text.length)
  for (const match of part.matchAll(enacting)) {
    const { verb = '', article, name, before, first: named, by } = match.groups ?? {}
    const words = name ?? named ?? by ?? ''
    const behind = part.slice(match.index + match[0].length)
    if (completed[verb]?.test(behind) === false) continue
    if (match.index > end && !verb.startsWith('verordne') && !/^(?:\s\([^)]*\))?(?:\san)?:/.test(behind)) continue
    // `überträgt die Bundesanstalt der Außenstelle`: whether that is one name or a second party is not to be seen.
    const certainty = verb.startsWith('übertr') && / der /.test(words) ? 'low' : 'high'
    return finding(words, article ?? before ?? null, match.index + match[0].indexOf(words), certainty)
  }
  return null
}

function finding(words: string, article: string | null, start: number, certainty: Certainty): Finding<string> {
  const value = nominative(
    words
      .replaceAll('\n', ' ')
      .replace(/ und das (?=\p{L}*[Mm]inisterium)/u, ' und ')
      .replace(/(?:[ ,]|\s(?:und|sowie))+$/, ''),
    article,
  )
  return { value, certainty, start, end: start + words.length }
}

const title = new RegExp(
  `(?:^|\\s)${instrumentSource}\\s(?<article>des|der|d\\.)\\s(?<name>${authoritySource}(?:, Geschäftsbereich(?: (?!zur |über |zum )[\\p{L}]+(?:,(?= (?!zur|über|zum)))?){1,6})?(?: und (?:des|der) (?:${authoritySource}))?)`,
  'u',
)

/** Where the text begins: what is named from here on is what the order rests on. */
const enactingBegins = /^(?:Eingangsformel$|Auf ?[Gg]rund\s|(?:Nach|Gemäß)$|(?:Nach|Gemäß)\s(?:§|Art))/

/** `Verwaltungsvorschrift des Sächsischen Staatsministeriums des Innern zur …` among the first lines. */
function inTitle({ lines }: HeaderText): Finding<string> | null {
  const head = lines.slice(0, 12)
  const end = head.findIndex(({ text }) => enactingBegins.test(text))
  for (const { text, start } of withoutReferences(end === -1 ? head : head.slice(0, end))) {
    if (text.length > 900 || text.trim() === '') continue
    const mended = mendJoinedWords(text)
    const match = title.exec(mended)
    const { article = null, name = '' } = match?.groups ?? {}
    if (match === null || match.index > 60) continue
    const found = finding(name, article, 0, 'high')
    return { ...found, start, end: start + text.length }
  }
  return null
}

/** An authority's name as a line of its own over everything else, also in two or three lines; whom it writes to is none. */
function inLetterhead({ lines }: HeaderText): Finding<string> | null {
  const to = lines.findIndex(({ text }) =>
    /^(?:An(?:\s(?:das|die|den|alle)\b.*)?|Nachrichtlich|nachrichtlich|Verteiler):?$/.test(text),
  )
  const head = lines
    .slice(0, to === -1 ? 6 : Math.min(6, to))
    .map((line) => ({ ...line, text: inPlainLetters(line.text) }))
  for (const [at, { start }] of head.entries()) {
    const some = [3, 2, 1].map((count) => head.slice(at, at + count)).find((parts) => isLetterhead(parts))
    if (some === undefined) continue
    const end = some.at(-1)?.end ?? start
    const above = head[at - 1]
    const below = head[at + some.length]
    const found = {
      value: joined(some),
      certainty: 'high' as const,
      start: above && isLand(above) ? above.start : start,
      end: below && isLand(below) ? below.end : end,
    }
    const whole = fromSenderLine(lines.slice(0, 12))
    return whole?.value.startsWith(`${found.value} `) ? whole : found
  }
  return fromSenderLine(lines.slice(0, 12))
}

/** `Freistaat Sachsen`, `Land Brandenburg`, `Niedersachsen` beside the name: evidence of whose ministry it is. */
function isLand({ text }: PlacedLine): boolean {
  const name = text.replace(/^(?:Land|Freistaat|Freie (?:und )?Hansestadt)\s/u, '')
  return laender.some((land) => land.name.toLowerCase() === name.toLowerCase())
}

/** `SÄCHSISCHES STAATSMINISTERIUM DES INNERN` in capitals, or set apart. */
function inPlainLetters(text: string): string {
  return withoutCapitals(withoutLetterSpacing(text))
}

/** `Ministerium des Innern · 40190 Düsseldorf`: the small line over the window of the envelope. */
function fromSenderLine(lines: PlacedLine[]): Finding<string> | null {
  for (const { text, start } of lines) {
    const [, name] =
      /^(.{6,120}?)\s?[,·•|*–-]\s(?:.{0,60}\s?[,·•|*–-]\s)?(?:\d{5}\s\p{Lu}|Postfach\s)/u.exec(text) ?? []
    if (name !== undefined && isAuthorityName(name))
      return { value: name, certainty: 'medium', start, end: start + name.length }
  }
  return null
}

/** Further lines go on with a small letter or with what the line before leaves open. */
function isLetterhead(parts: PlacedLine[]): boolean {
  const goesOn = parts
    .slice(1)
    .every(
      ({ text }, at) =>
        /^(?:des|der|für|und|von)\s/.test(text) || /(?:,|\s(?:und|für|des|der))$/.test(parts[at]?.text ?? ''),
    )
  return goesOn && isAuthorityName(joined(parts)) && !/^(?:Der|Die|Das)\s/.test(parts[0]?.text ?? '')
}

function joined(parts: PlacedLine[]): string {
  return parts.map(({ text }) => text).join(' ')
}

/** `Der Bundesminister der Verteidigung` at the end; below the words that close an order whoever stands there signs. */
function inSignature({ lines }: HeaderText): Finding<string> | null {
  const formula = lines.findLastIndex(({ text }) =>
    /^Schlu(?:ss|ß)formel$|(?:,| den) (?:den )?\d{1,2}\. ?(?:\d{1,2}\.|\p{Lu}\p{L}+) ?\d{4}$/u.test(text),
  )
  const after = lines.slice(formula === -1 ? -3 : formula + 1, formula === -1 ? undefined : formula + 4)
  const isFormula = formula !== -1 && lines[formula]?.text.startsWith('Schlu') === true
  const [next] = after
  const line =
    after.find(({ text }) => (isFormula || /^(?:Der|Die|Das)\s/.test(text)) && isAuthorityName(text)) ??
    (isFormula && next && signs.test(next.text) ? next : lastLine(lines))
  if (line === undefined) return null
  const article = /^(?:Der|Die|Das)(?=\s)/.exec(line.text)?.[0] ?? null
  const start = line.start + (article === null ? 0 : article.length + 1)
  return { value: nominative(line.text.slice(start - line.start), article), certainty: 'medium', start, end: line.end }
}

/** Nothing but capitals and what links them: no sentence. */
const signs = /^(?:Der|Die|Das)(?:\s(?:\p{Lu}[\p{L}-]*,?|des|der|die|für|und|von|beim?|am|im|in))+$/u

/** `Bundesministerium der Justiz` below the last sentence; in a list of addressees none ends with a full stop. */
function lastLine(lines: PlacedLine[]): PlacedLine | undefined {
  const [before, last] = lines.slice(-2)
  return before !== undefined && last !== undefined && before.text.endsWith('.') && isAuthorityName(last.text)
    ? last
    : undefined
}
