import type { Relation } from '../../../src/law/particulars.ts'
import type { Certainty, Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'
import { instrumentSource } from './instrument-words.ts'
import { repealedWorks, type NamedWork } from './repealed-works.ts'

/** A stretch of text that names works put out of force, and by which words. */
interface Clause {
  kind: 'repeals' | 'replaces'
  start: number
  text: string
  certainty: Certainty
  /** True where such words stand in running text too, so that what is named must call itself a decree. */
  strict: boolean
}

/** The earlier works that this one puts out of force as a whole. A ruling that sets aside a ruling is no such relation. */
export function relations(header: HeaderText): Finding<Relation>[] {
  if (header.genre === 'ruling' || header.genre === 'eu_ruling' || header.genre === 'parliament') return []
  const clauses =
    header.genre === 'eu_act'
      ? []
      : [...outOfForce(header.text), ...setAside(header.text), ...replaced(header.text), ...overtaken(header.text)]
  const found = clauses.flatMap((clause) => worksIn(clause))
  return distinct(header.genre === 'eu_act' ? repealedActs(header) : found)
}

function worksIn({ kind, start, text, certainty, strict }: Clause): Finding<Relation>[] {
  return repealedWorks(text)
    .filter((work) => !strict || isDecree(work))
    .map((work) => ({
      value: { kind, text: work.text, fileNumber: work.fileNumber, issuedOn: work.issuedOn, documentId: null },
      certainty,
      start: start + work.start,
      end: start + work.end,
    }))
}

/** In running text the name must call itself a decree within its first words. */
const beginsAsDecree = new RegExp(`^(?:[\\p{L}„"().-]+\\s){0,3}(?:\\p{L}+-)*${instrumentSource}`, 'u')

function isDecree({ text, issuedOn, fileNumber }: NamedWork): boolean {
  return (issuedOn !== null || fileNumber !== null) && beginsAsDecree.test(text)
}

const self = /^(?:\(\d+\)\s)?(?:Diese[rs]?\s|Sie\s|Er\s|Es\s|§|Artikel|Absatz|Nummer|Im [Üü]brigen\s)/
const when =
  /^(?:\s?(?:(?:mit\s(?:Ablauf|Wirkung)\s(?:des|vom)|am|zum)\s\d{1,2}\.\s?(?:\d{1,2}\.\s?|\p{L}+\s)\d{4}|gleichzeitig|zugleich|hiermit|damit|insoweit|zur\s(?:selben|gleichen)\sZeit|zum\s(?:selben|gleichen)\sZeitpunkt|für\sdie\sZukunft|die\sfolgenden\s\p{L}+|folgende\s\p{L}+)(?=\s|$)){0,3}\s?/iu

const beginsWork = /^\s*(?:der|die|das|den|mein\p{L}*|unser\p{L}*|folgende\p{L}*|\d{1,2}\.|[a-z]\)|\p{Lu})/u

/** `Gleichzeitig tritt … außer Kraft`, `treten außer Kraft: 1. …`, `… treten außer Kraft`. */
function outOfForce(text: string): Clause[] {
  return Array.from(text.matchAll(/außer\s(?:-?\s)?Kraft/g)).flatMap(({ index, 0: words }) => {
    const before = text.slice(Math.max(0, index - 4000), index)
    const verb = Array.from(before.matchAll(/\b(?:tritt|treten)(?=\s)/g)).at(-1)
    if (verb === undefined) return []
    const start = index - before.length + verb.index + verb[0].length
    const named = text.slice(start, index)
    if (/\s(?:in|außer)\sKraft/.test(named)) return []
    const rest = named.slice(when.exec(named)?.[0].length ?? 0)
    if (rest.trim() !== '' && !beginsWork.test(rest)) return []
    const end = index + words.length
    const isPart = isInPart(named) || isConditional(text, start - verb[0].length, end)
    const certainty = isPart ? 'low' : 'high'
    if (rest.trim() !== '')
      return [{ kind: 'repeals', start: index - rest.length, text: rest, certainty, strict: false }]
    return text.startsWith(':', end) || /\n(?:1\.|a\)|[-–•])[\s\n]/.test(text.slice(end, end + 5))
      ? listBehind(text, end + 1)
      : subjectBefore(text, start - verb[0].length, end)
  })
}

/** Words by which a work ends only for some matters or with something left of it. */
const inPart =
  /(?<!\p{L})(?:insoweit|insofern|soweit|teilweise|zum\sTeil|mit\s(?:der\s)?(?:Ausnahme|Maßgabe)|ausgenommen|ausschließlich|vorbehaltlich|hinsichtlich|nur)(?!\p{L})/u

/** Looked for outside of the works' names, which use these words too: before the first and behind the last day. */
function isInPart(clause: string): boolean {
  const tail = /\d{4}(?![\s\S]*\d\. ?(?:\p{L}+|\d{1,2}\.) ?\d{4})([\s\S]*)$/u.exec(clause)?.[1] ?? ''
  return inPart.test(clause.slice(0, 20)) || inPart.test(tail) || /,\s(?:insoweit|soweit)\s/.test(clause)
}

const condition =
  /^(?:,\s(?:insoweit|soweit|sobald|sofern|wenn|falls|nachdem|mit\sAusnahme|mit\sder\sMaßgabe|es\ssei\sdenn|ausgenommen)|\s(?:mit\sAusnahme|mit\sder\sMaßgabe|vorbehaltlich))(?!\p{L})/u

/** True where the sentence of a verb puts the end under a condition, before the verb or behind `end`. */
function isConditional(text: string, verbAt: number, end: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', verbAt) + 1, verbAt - 4000), verbAt)
  const sentence = line.slice(sentenceStart(line)).replace(/^\(\d+\)\s/, '')
  return (
    /^(?:Sobald|Sofern|Soweit|Insoweit|Wenn|Falls|An\sdem\sTage?,)(?!\p{L})/u.test(sentence) ||
    condition.test(text.slice(end, end + 40))
  )
}

/** The items of a list: lines that are a number or go on with an article or name. */
function listBehind(text: string, start: number): Clause[] {
  const lines = text.slice(start, start + 8000).split('\n')
  const end = lines.findIndex(
    (line, at) =>
      at > 0 &&
      !/^(?:\d{1,2}\.|[a-z]\)|[-–•])/.test(line) &&
      !/^(?:der|die|das|den)\s|^[a-zäöü]|^\(BGBl|^\d{4}\b/.test(line) &&
      !/^(?:\d{1,2}\.|[a-z]\)|[-–•])$/.test(lines[at - 1] ?? ''),
  )
  const list = (end === -1 ? lines : lines.slice(0, end)).join('\n')
  return [{ kind: 'repeals', start, text: list, certainty: 'high', strict: false }]
}

/** The works stand before the verb, from the beginning of the line on; `end` is behind the words that end them. */
function subjectBefore(text: string, verbAt: number, end: number): Clause[] {
  const lineStart = Math.max(text.lastIndexOf('\n', verbAt) + 1, verbAt - 4000)
  const line = text.slice(lineStart, verbAt)
  const sentence = line.slice(sentenceStart(line))
  if (self.test(sentence)) return []
  const certainty = isInPart(sentence) || isConditional(text, verbAt, end) ? 'low' : 'high'
  return [{ kind: 'repeals', start: verbAt - sentence.length, text: sentence, certainty, strict: true }]
}

/** Behind the last full stop that is neither of a day nor of an abbreviation. */
function sentenceStart(line: string): number {
  const stops = Array.from(line.matchAll(/(?<=[\p{Ll})]{3})\.\s(?=\p{Lu})/gu))
  const last = stops.at(-1)
  return last === undefined ? 0 : last.index + 2
}

/** `Der Erlass vom … wird aufgehoben`, `hebe ich … auf`, `Aufgehoben: …`. */
function setAside(text: string): Clause[] {
  const passive = Array.from(
    text.matchAll(
      /\s(?:wird|werden|ist|sind)\s(?:(?:hiermit|damit|hierdurch|zugleich|gleichzeitig|mit\s(?:sofortiger\s)?Wirkung(?:\svom\s\d{1,2}\.\s?\S+\s?\d{4})?)\s){0,2}(?:aufgehoben|ersetzt|gegenstandslos)\b(?!\s(?:worden|gewesen|werden))/g,
    ),
  ).flatMap(({ index, 0: said }) => subjectBefore(text, index, index + said.length))
  const inverted = Array.from(
    text.matchAll(/\s(?:hebe|heben)\s(?:ich|wir)\s(?:hiermit\s|damit\s|gleichzeitig\s)?auf\b/g),
  ).flatMap(({ index, 0: said }) => subjectBefore(text, index, index + said.length))
  const active = Array.from(
    text.matchAll(
      /\b(?:hebt|hebe|heben)\s(?:ich\s|wir\s)?(?:hiermit\s|damit\s)?(?<named>[\s\S]{8,600}?)\sauf(?=[.,;\n]|$)/g,
    ),
  ).flatMap((match) => behind(match, 'repeals'))
  const label = Array.from(
    text.matchAll(/(?:^|\n)(?:Aufgehoben|Hebt auf|Aufhebung)\s?:\s?(?<named>[^\n]{8,300})/g),
  ).flatMap((match) => behind(match, 'repeals'))
  return [...passive, ...inverted, ...active, ...label]
}

/** `… ist überholt`, `… ist nicht mehr anzuwenden`: whether the other ends as a whole, and by this one, is not said. */
function overtaken(text: string): Clause[] {
  const words =
    /\s(?:ist|sind)\s(?:(?:damit|hierdurch|insoweit|inzwischen|daher)\s){0,2}(?:überholt|hinfällig|(?:künftig\s|ab\ssofort\s)?nicht\smehr\s(?:anzuwenden|anwendbar|zu\sbeachten))\b|\s(?:findet|finden)\s(?:(?:damit|künftig|ab\ssofort)\s){0,2}keine\sAnwendung\smehr\b|\s(?:verliert|verlieren)\s(?:(?:damit|hierdurch)\s)?(?:seine|ihre)\s(?:Gültigkeit|Geltung)\b/g
  return Array.from(text.matchAll(words))
    .flatMap(({ index, 0: said }) => subjectBefore(text, index, index + said.length))
    .map((clause) => ({ ...clause, certainty: 'low' }))
}

/** `Dieser Erlass ersetzt den Erlass vom …`, `tritt an die Stelle des …`, `Ersetzt: …`. */
function replaced(text: string): Clause[] {
  const active =
    /\b(?:ersetzt|ersetze\sich|löst|tritt\san\sdie\sStelle|treten\san\sdie\sStelle)\s(?:damit\s|hiermit\s)?(?=(?:den|die|das|des|der|meinen?|meines|unseren?|unseres)\s)(?<named>[\s\S]{8,500}?)(?:\sab)?(?=[;\n]|(?<!\d|Az|Nr|Abs|\sv|\sd)\.(?:\s\p{Lu}|\n|$)|$)/gu
  const label = /(?:^|\n)(?:Ersetzt|Ersatz für)\s?:\s?(?<named>[^\n]{8,300})/g
  return [...text.matchAll(active), ...text.matchAll(label)].flatMap((match) => behind(match, 'replaces'))
}

function behind(match: RegExpExecArray | RegExpMatchArray, kind: Clause['kind']): Clause[] {
  const named = match.groups?.['named'] ?? ''
  const start = (match.index ?? 0) + match[0].lastIndexOf(named)
  return [{ kind, start, text: named, certainty: 'medium', strict: true }]
}

const act =
  '(?:(?:Council|Commission) )?(?:(?:Implementing |Delegated )?(?:Regulation|Directive|Decision)|Framework Decision|(?:Durchführungs|Delegierte )?(?:[Vv]erordnung|[Rr]ichtlinie|[Ee]ntscheidung|[Bb]eschlu(?:ss|sses|ß)|Rahmenbeschlu(?:ss|sses|ß)))(?:en|s)? (?:\\((?:EU|EC|EEC|EG|EWG|Euratom)\\) )?(?:(?:No|Nr\\.) )?\\d{1,4}/\\d{1,4}(?:/[A-Z]{2,4})?'

/** Acts of the Union that its title says it repeals, or an article does. */
function repealedActs(header: HeaderText): Finding<Relation>[] {
  const flat = header.text.replaceAll(/[\n\u00A0]/g, ' ')
  const inTitle = `(?:repealing|zur Aufhebung de[rs]) (?<act>${act})`
  const inArticle = `(?<!\\b(?:of|in|to|der|des|von|aus) )(?<act>${act})(?: (?:is|are|wird|werden) (?:hereby )?(?:repealed|aufgehoben))`
  const end = endOfTitle(header)
  const isTitled = new RegExp(inTitle).test(flat.slice(0, end))
  const [source, part] = isTitled ? [inTitle, flat.slice(0, end)] : [inArticle, flat]
  return Array.from(part.matchAll(new RegExp(source, 'g')), (match) => {
    const name = match.groups?.['act'] ?? ''
    const start = match.index + match[0].indexOf(name)
    return {
      value: { kind: 'repeals' as const, text: name, fileNumber: null, issuedOn: null, documentId: null },
      certainty: 'high' as const,
      start,
      end: start + name.length,
    }
  })
}

/** Offset behind the title: the first sentence that ends is a recital, which names what other acts repeal. */
function endOfTitle({ lines, text }: HeaderText): number {
  const next = lines.find(
    ({ text: line }, at) => at > 0 && (enacts.test(line) || (line.length > 60 && /[.;’]$/.test(line))),
  )
  return next?.start ?? text.length
}

const enacts =
  /^(?:DER RAT|DAS EUROPÄISCHE PARLAMENT|DIE (?:EUROPÄISCHE )?KOMMISSION|THE (?:COUNCIL|EUROPEAN|COMMISSION)|Article 1$|Artikel 1$)/

function distinct(found: Finding<Relation>[]): Finding<Relation>[] {
  return found.filter((one, at) => found.findIndex((other) => isSame(one.value, other.value)) === at)
}

function isSame(one: Relation, other: Relation): boolean {
  return one.text === other.text && one.issuedOn === other.issuedOn
}
