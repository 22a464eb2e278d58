import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import type { Line } from '../lines/line.ts'
import { subscript, superscript } from '../small-digits.ts'
import { characterData, childOf, childrenOf, type XmlElement } from '../xml-element.ts'

/** Lines below an element of Formex 4 or 5, and the footnotes among them. */
export interface FormexLines {
  lines: Line[]
  footnotes: string[]
}

/** Reads everything below these elements. Numbers of Absätze count only outside of what is quoted. */
export function formexLines(elements: readonly XmlElement[]): FormexLines {
  const writer = newWriter()
  for (const element of elements) {
    visit(writer, element)
    flush(writer)
  }
  return { lines: writer.lines, footnotes: writer.footnotes }
}

/** All words of an element on one line: for titles. Footnotes are left out. */
export function formexWords(element: XmlElement): string {
  return formexLines([element])
    .lines.map(({ text }) => text)
    .join(' ')
}

interface Writer {
  lines: Line[]
  footnotes: string[]
  line: string
  level: number
  /** Type of the list we are in, as Formex names it. */
  list: string
  sign: string | null
  absatz: string | null
  /** Open elements that quote another text. */
  quoted: number
  heading: boolean
  pictures: (string | null)[]
  /** The line so far is a sign or number whose words follow in an element of their own. */
  labelled: boolean
}

function newWriter(): Writer {
  return {
    lines: [],
    footnotes: [],
    line: '',
    level: 0,
    list: '',
    sign: null,
    absatz: null,
    quoted: 0,
    heading: false,
    pictures: [],
    labelled: false,
  }
}

function visit(writer: Writer, element: XmlElement): void {
  const render = renderers[element.name] ?? inline
  render(writer, element)
}

type Render = (writer: Writer, element: XmlElement) => void

/** Elements missing here only mark words within a line: their words count. */
const renderers: Record<string, Render> = {
  ...Object.fromEntries(
    `P ALINEA TXT CONSID VISA ITEM TI STI TI.ART STI.ART TI.BLK STI.BLK INTRO SIGNATORY PL.DATE PARTY.STATUS AGAINST
    PLAINTIFS DEFENDANTS PREAMBLE.INIT PREAMBLE.FINAL GR.CONSID.INIT SUBDIV ARTICLE DIVISION CONTENTS GR.SEQ CORPUS BLK
    ANNOTATION GR.NOTES DLIST DLIST.ITEM QUOT.S.TEXT COMMENT LETTER`
      .split(/\s+/)
      .map((name) => [name, block]),
  ),
  TITLE: title,
  NP: numbered,
  'NP.ECR': numbered,
  PARAG: absatz,
  LIST: itemize,
  'QUOT.S': quoted,
  'QUOT.START': quotationMark,
  'QUOT.END': quotationMark,
  NOTE: footnote,
  ROW: row,
  HT: highlight,
  'INCL.ELEMENT': picture,
  'DLIST.ITEM': definition,
  'NO.PARAG': label,
  'NO.P': label,
  IE: nothing,
  TOC: nothing,
  LATEX: nothing,
}

function nothing(): void {}

function inline(writer: Writer, element: XmlElement): void {
  for (const child of element.children) {
    if (typeof child === 'string') write(writer, child)
    else visit(writer, child)
  }
}

/** Begins a line unless the one in hand is only the sign of what follows. */
function block(writer: Writer, element: XmlElement): void {
  if (!writer.labelled) flush(writer)
  inline(writer, element)
  flush(writer)
}

function label(writer: Writer, element: XmlElement): void {
  writeSign(writer, words(element))
}

function writeSign(writer: Writer, sign: string): void {
  write(writer, `${sign} `)
  writer.labelled = sign !== ''
}

function title(writer: Writer, element: XmlElement): void {
  flush(writer)
  writer.heading = true
  inline(writer, element)
  flush(writer)
  writer.heading = false
}

/** `1.` and its words on one line. In a title the number belongs to the heading. */
function numbered(writer: Writer, element: XmlElement): void {
  if (!writer.labelled) flush(writer)
  const number = childOf(element, 'NO.P')
  const sign = number === null ? '' : words(number)
  if (!writer.heading && writer.absatz === null && writer.line.trim() === '') writer.sign = sign || null
  inline(writer, element)
  flush(writer)
}

function absatz(writer: Writer, element: XmlElement): void {
  flush(writer)
  const number = childOf(element, 'NO.PARAG')
  const value = number === null ? null : (/\d+[a-z]*/.exec(characterData(number))?.[0] ?? null)
  if (writer.quoted === 0) writer.absatz = value
  inline(writer, element)
  flush(writer)
}

const dashes: Record<string, string> = { DASH: '–', NDASH: '–', MDASH: '—', BULLET: '•' }

function itemize(writer: Writer, element: XmlElement): void {
  flush(writer)
  const { list: outer } = writer
  writer.level += 1
  writer.list = element.attributes['TYPE'] ?? ''
  const dash = dashes[writer.list]
  for (const item of childrenOf(element, 'ITEM')) {
    flush(writer)
    const isNumbered = childOf(item, 'NP') !== null
    if (!isNumbered && dash !== undefined) {
      writer.sign = dash
      writeSign(writer, dash)
    }
    visit(writer, item)
  }
  flush(writer)
  writer.level -= 1
  writer.list = outer
}

function quoted(writer: Writer, element: XmlElement): void {
  flush(writer)
  writer.quoted += 1
  inline(writer, element)
  flush(writer)
  writer.quoted -= 1
}

/** `CODE` is the character in hexadecimal. */
function quotationMark(writer: Writer, { name, attributes }: XmlElement): void {
  const code = Number.parseInt(attributes['CODE'] ?? '', 16)
  const usual = name === 'QUOT.START' ? '„' : '“'
  write(writer, code >= 0x20 && code <= 0xffff ? String.fromCharCode(code) : usual)
}

function footnote(writer: Writer, element: XmlElement): void {
  const { lines, footnotes } = formexLines(element.children.filter((child) => typeof child !== 'string'))
  const text = lines.map((line) => line.text).join(' ')
  if (text !== '') writer.footnotes.push(text)
  writer.footnotes.push(...footnotes)
}

/** Cells of a row; one filled cell alone keeps its lines. */
function row(writer: Writer, element: XmlElement): void {
  flush(writer)
  const cells = childrenOf(element, 'CELL').map((cell) => formexLines([cell]))
  for (const { footnotes } of cells) writer.footnotes.push(...footnotes)
  const filled = cells.filter(({ lines }) => lines.length > 0)
  if (filled.length === 1) writer.lines.push(...(filled[0]?.lines ?? []).map((line) => ({ ...line, absatz: null })))
  if (filled.length <= 1) return
  const texts = cells.map(({ lines }) => lines.map((line) => line.text).join(' '))
  const last = texts.findLastIndex((text) => text !== '')
  const text = texts
    .slice(0, last + 1)
    .join(' | ')
    .replaceAll('|  |', '| |')
    .trim()
  writer.lines.push({ ...emptyLine(writer), text, role: 'row' })
}

function highlight(writer: Writer, element: XmlElement): void {
  const type = element.attributes['TYPE'] ?? ''
  if (type === 'SUP') write(writer, superscript(words(element)))
  else if (type === 'SUB') write(writer, subscript(words(element), writer.line.at(-1) ?? ''))
  else inline(writer, element)
}

/** A file name; pictures that the file brings along itself (`data:`) have none. */
function picture(writer: Writer, { attributes }: XmlElement): void {
  const name = attributes['FILEREF'] ?? ''
  writer.pictures.push(name === '' || name.startsWith('data:') ? null : name)
}

function definition(writer: Writer, element: XmlElement): void {
  flush(writer)
  writer.level += 1
  inline(writer, {
    ...element,
    children: element.children.flatMap((child) => (typeof child === 'string' ? [child] : [child, ' '])),
  })
  flush(writer)
  writer.level -= 1
}

function words(element: XmlElement): string {
  return formexWords({ ...element, name: 'P' })
}

function write(writer: Writer, text: string): void {
  if (text.trim() !== '') writer.labelled = false
  writer.line += foldWhiteSpace(text)
}

function emptyLine(writer: Writer): Line {
  const { level, heading, pictures } = writer
  const listType = typeOf(writer.list)
  writer.pictures = []
  return { text: '', level, sign: null, listType, absatz: null, role: heading ? 'heading' : 'text', mark: '', pictures }
}

function typeOf(list: string): Line['listType'] {
  return /roman/i.test(list) ? 'roman' : list === 'alpha' ? 'alpha' : null
}

function flush(writer: Writer): void {
  const text = foldWhiteSpace(writer.line).trim()
  writer.line = ''
  writer.labelled = false
  if (text === '') return
  writer.lines.push({ ...emptyLine(writer), text, sign: writer.sign, absatz: writer.absatz })
  writer.sign = null
  writer.absatz = null
}
