import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import { superscript } from '../small-digits.ts'
import { characterData, childrenOf, type XmlElement } from '../xml-element.ts'
import type { Line } from './line.ts'

/**
 * The lines of a page. Lists and the tables and boxes that only set a list (`a)` beside its words) become items on their
 * level, other tables rows. `mark` of a line is the name and the classes of the block it stands in. Signs that point to
 * footnotes are left out.
 */
export function htmlLines(element: XmlElement): Line[] {
  const writer: Writer = {
    lines: [],
    line: '',
    level: 0,
    sign: null,
    mark: '',
    heading: false,
    labelled: false,
    pictures: [],
  }
  visit(writer, element)
  flush(writer)
  return writer.lines
}

interface Writer {
  lines: Line[]
  line: string
  level: number
  sign: string | null
  mark: string
  heading: boolean
  /** The line so far is a sign whose words follow in an element of their own. */
  labelled: boolean
  pictures: (string | null)[]
}

const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dd section article main header blockquote caption center body table tbody tr td th form fieldset figure'.split(
    ' ',
  ),
)
const silent = new Set(['script', 'style', 'head', 'nav', 'footer', 'button', 'select', 'noscript', 'template'])

function visit(writer: Writer, element: XmlElement): void {
  const { name } = element
  if (silent.has(name) || pointsToNote(element)) return
  if (name === 'br' || name === 'hr') return flush(writer)
  if (name === 'img') return void writer.pictures.push(element.attributes['alt'] || element.attributes['src'] || null)
  if (name === 'sup' || hasWord(element, 'super|superscript')) return write(writer, superscript(words(element)))
  if (name === 'table') return table(writer, element)
  if (name === 'ol' || name === 'ul') return list(writer, element)
  if (name === 'dt' || hasWord(element, 'grid-list-column-1|no-parag')) return writeSign(writer, words(element))
  if (hasWord(element, 'grid-list')) return nested(writer, element)
  if (blocks.has(name) && !hasWord(element, 'inline-element')) return block(writer, element)
  children(writer, element)
}

function children(writer: Writer, element: XmlElement): void {
  for (const child of element.children) {
    if (typeof child === 'string') write(writer, child)
    else visit(writer, child)
  }
}

function block(writer: Writer, element: XmlElement): void {
  if (!writer.labelled) flush(writer)
  const { mark, heading } = writer
  const own = markOf(element)
  writer.mark = element.attributes['class'] === undefined && !/^h\d$/.test(element.name) ? mark : own
  writer.heading = heading || /^h[1-6]$/.test(element.name)
  children(writer, element)
  flush(writer)
  writer.mark = mark
  writer.heading = heading
}

function markOf({ name, attributes }: XmlElement): string {
  return `${name} ${attributes['class'] ?? ''}`.trim()
}

function nested(writer: Writer, element: XmlElement): void {
  flush(writer)
  writer.level += 1
  children(writer, element)
  flush(writer)
  writer.level -= 1
}

function list(writer: Writer, element: XmlElement): void {
  if (!writer.labelled) flush(writer)
  writer.level += 1
  let place = Number(element.attributes['start'] ?? '1') || 1
  const isMarked = !/list-style(?:-type)?:\s*none/i.test(element.attributes['style'] ?? '')
  for (const item of element.children) {
    if (typeof item === 'string') continue
    if (!writer.labelled) flush(writer)
    if (item.name === 'li' && isMarked && !/^\s*(?:\(?[a-z\d]{1,3}[.)]|[–-])\s/.test(characterData(item)))
      writeSign(writer, element.name === 'ul' ? '–' : listMark(element.attributes['type'], place))
    place += 1
    visit(writer, item)
  }
  flush(writer)
  writer.level -= 1
}

function listMark(type: string | undefined, place: number): string {
  return type === 'a' && place <= 26 ? `${String.fromCharCode(96 + place)})` : `${place}.`
}

const listSign = /^(?:\(?(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z])[.)]|\d{1,2}(?:\.\d{1,3})+\.?|[–—•-])$/

function table(writer: Writer, element: XmlElement): void {
  const rows = rowsOf(element)
  const cells = rows.map((row) => [...childrenOf(row, 'th'), ...childrenOf(row, 'td')])
  if (cells.length > 0 && cells.every(isListRow)) return listTable(writer, cells)
  if (cells.every((row) => row.filter((cell) => words(cell) !== '').length <= 1) || isLayout(cells))
    return block(writer, element)
  flush(writer)
  for (const row of cells) writeRow(writer, row)
}

function rowsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'tr') return [child]
    return /^(?:tbody|thead|tfoot)$/.test(child.name) ? rowsOf(child) : []
  })
}

/** A sign and its words, perhaps with an empty cell before them that only indents. */
function isListRow(row: XmlElement[]): boolean {
  const filled = row.filter((cell) => words(cell) !== '')
  return filled.length === 2 && row.length <= 3 && listSign.test(words(filled[0]))
}

/** An arrow of a consolidated text (`►B`) beside what it belongs to. */
function isLayout(rows: XmlElement[][]): boolean {
  return rows.length > 0 && rows.every((row) => /^[►▼]/.test(words(row[0])))
}

function listTable(writer: Writer, rows: XmlElement[][]): void {
  for (const row of rows) {
    const [sign, content] = row.filter((cell) => words(cell) !== '')
    flush(writer)
    writer.level += 1
    if (sign !== undefined) writeSign(writer, words(sign))
    if (content !== undefined) block(writer, content)
    writer.level -= 1
  }
}

function writeRow(writer: Writer, row: XmlElement[]): void {
  const texts = row.map((cell) =>
    htmlLines(cell)
      .map(({ text }) => text)
      .join(' '),
  )
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0) return
  const last = texts.findLastIndex((text) => text !== '')
  const text =
    filled.length === 1
      ? (filled[0] ?? '')
      : texts
          .slice(0, last + 1)
          .join(' | ')
          .trim()
  writer.lines.push({ ...emptyLine(writer), text, role: filled.length === 1 ? 'text' : 'row' })
}

/** `( 1 )` with a link within the page. */
function pointsToNote({ name, attributes, children: inner }: XmlElement): boolean {
  if (name !== 'a' || !(attributes['href'] ?? '').includes('#')) return false
  return /^[\s(]*(?:\d{1,3}|\*)[\s)]*$/.test(characterData({ name, attributes, children: inner }))
}

function hasWord({ attributes }: XmlElement, names: string): boolean {
  const classes = (attributes['class'] ?? '').split(/\s+/)
  return names.split('|').some((one) => classes.includes(one))
}

function words(element: XmlElement | undefined): string {
  return element === undefined ? '' : foldWhiteSpace(characterData(element)).trim()
}

function writeSign(writer: Writer, sign: string): void {
  if (sign === '') return
  if (!writer.labelled) flush(writer)
  write(writer, `${sign} `)
  if (writer.level > 0) writer.sign = sign
  writer.labelled = true
}

function write(writer: Writer, text: string): void {
  if (text.trim() !== '') writer.labelled = false
  writer.line += foldWhiteSpace(text)
}

function emptyLine({ level, mark, heading, pictures }: Writer): Line {
  return {
    text: '',
    level,
    sign: null,
    listType: null,
    absatz: null,
    role: heading ? 'heading' : 'text',
    mark,
    pictures,
  }
}

function flush(writer: Writer): void {
  const text = foldWhiteSpace(writer.line)
    .replaceAll(/\(\s*\)/g, '')
    .replaceAll(/\s+([,;.])(?=\s|$)/g, '$1')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  writer.line = ''
  writer.labelled = false
  if (text === '') return
  writer.lines.push({ ...emptyLine(writer), text, sign: writer.sign })
  writer.sign = null
  writer.pictures = []
}
