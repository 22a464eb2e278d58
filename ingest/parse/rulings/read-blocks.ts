import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import { superscript } from '../small-digits.ts'
import { characterData, childrenOf, type XmlElement } from '../xml-element.ts'

/** One line of a decision. `randnummer` is set on the line a Randnummer stands at. */
export interface Block {
  text: string
  randnummer: string | null
  heading: boolean
  /** A row of a table, cells separated by ` | `. */
  table: boolean
  /** Names of pictures that stand before this line. */
  images: string[]
}

/** Which elements carry a Randnummer: its number, or null. Their own text is not part of the decision's. */
export type ReadRandnummer = (element: XmlElement) => string | null

/** The lines of a part of a decision, from the publisher's XML or HTML; empty lines are left out, white space is folded. */
export function readBlocks(element: XmlElement, readRandnummer: ReadRandnummer): Block[] {
  const reader: Reader = { blocks: [], line: '', randnummer: null, images: [], heading: false, labelled: false }
  visit(reader, element, readRandnummer)
  flush(reader)
  return reader.blocks
}

interface Reader {
  blocks: Block[]
  line: string
  /** Read, and waiting for the line it belongs to. */
  randnummer: string | null
  images: string[]
  heading: boolean
  /** The line so far is a mark (`a)`, `1.`) whose words follow in an element of their own. */
  labelled: boolean
}

const lineElements = new Set(
  `p div h1 h2 h3 h4 h5 h6 li ul ol dl dd blockquote section article header table tbody thead tr block content
  hcontainer paragraph point list intro wrapUp`.split(/\s+/),
)
const markElements = new Set(['dt', 'num'])
const silent = new Set(['script', 'style', 'button', 'authorialNote', 'head'])

function visit(reader: Reader, element: XmlElement, readRandnummer: ReadRandnummer): void {
  const number = readRandnummer(element)
  if (number !== null) {
    flush(reader)
    reader.randnummer = number
    return
  }
  if (silent.has(element.name)) return
  if (element.name === 'br') return flush(reader)
  if (element.name === 'img')
    return void reader.images.push(element.attributes['alt'] ?? element.attributes['src'] ?? '')
  if (element.name === 'sup') return write(reader, superscript(foldWhiteSpace(characterData(element))))
  if (element.name === 'tr') return writeRow(reader, element, readRandnummer)
  if (element.name === 'ol' || element.name === 'ul') return writeList(reader, element, readRandnummer)
  visitChildren(reader, element, readRandnummer)
}

function visitChildren(reader: Reader, element: XmlElement, readRandnummer: ReadRandnummer): void {
  const isLine = lineElements.has(element.name)
  if (isLine || markElements.has(element.name)) breakLine(reader)
  if (/^h[1-6]$|^heading$/.test(element.name)) reader.heading = true
  for (const child of element.children) {
    if (typeof child === 'string') write(reader, foldWhiteSpace(child))
    else visit(reader, child, readRandnummer)
  }
  if (isLine) flush(reader)
  else if (markElements.has(element.name) && reader.line.trim() !== '') {
    write(reader, ' ')
    reader.labelled = true
  }
}

function writeList(reader: Reader, list: XmlElement, readRandnummer: ReadRandnummer): void {
  breakLine(reader)
  const first = Number(list.attributes['start'] ?? '1') || 1
  let place = 0
  for (const child of list.children) {
    if (typeof child === 'string') continue
    if (child.name === 'li' && list.name === 'ol' && !/none/.test(list.attributes['style'] ?? '')) {
      flush(reader)
      write(reader, `${markOf(list.attributes['type'], first + place)} `)
      reader.labelled = true
      place += 1
    }
    visit(reader, child, readRandnummer)
  }
  flush(reader)
}

function markOf(type: string | undefined, number: number): string {
  return type === 'a' && number <= 26 ? `${String.fromCharCode(96 + number)})` : `${number}.`
}

function writeRow(reader: Reader, row: XmlElement, readRandnummer: ReadRandnummer): void {
  flush(reader)
  const cells = [...childrenOf(row, 'th'), ...childrenOf(row, 'td')].map((cell) => {
    const inner = readBlocks(cell, readRandnummer)
    reader.images.push(...inner.flatMap(({ images }) => images))
    reader.randnummer ??= inner.find(({ randnummer }) => randnummer !== null)?.randnummer ?? null
    return inner.map(({ text }) => text).join(' ')
  })
  const filled = cells.filter((cell) => cell !== '')
  reader.line = filled.length > 1 ? cells.join(' | ').trim() : (filled[0] ?? '')
  flush(reader, filled.length > 1)
}

/** Ends the line, unless all it has is the mark of what follows. */
function breakLine(reader: Reader): void {
  if (!reader.labelled) flush(reader)
}

function write(reader: Reader, text: string): void {
  if (text.trim() !== '') reader.labelled = false
  reader.line += text
}

function flush(reader: Reader, table = false): void {
  const text = foldWhiteSpace(reader.line).trim()
  if (text !== '') {
    const { randnummer, heading, images } = reader
    reader.blocks.push({ text, randnummer, heading, table, images })
    reader.randnummer = null
    reader.images = []
  }
  reader.line = ''
  reader.labelled = false
  reader.heading = false
}
