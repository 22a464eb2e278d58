import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import { childOf, childrenOf, type XmlElement } from '../xml-element.ts'
import { decodeText } from './decode-text.ts'
import { numberBlocks } from './number-blocks.ts'
import { readOdtLists, type OdtLists } from './odt-lists.ts'
import { openOfficeFile, type OfficeFile } from './open-office-file.ts'
import { plainBlock, type Block, type Paper } from './paper.ts'
import { damaged, PaperError } from './paper-error.ts'
import { readOfficeXml } from './read-office-xml.ts'
import { splitNumber } from './split-number.ts'
import { superscript } from './superscript.ts'
import { tableBlock } from './table-block.ts'

const what = 'OpenDocument-Text (ODT)'

/** An OpenDocument text (OASIS 1.2/1.3), with its automatic numbers; deleted text and remarks are left out. */
export async function readOdt(bytes: Uint8Array): Promise<Paper> {
  const file = await openOfficeFile(bytes, what)
  try {
    await refuseEncrypted(file)
    const content = await part(file, 'content.xml')
    const styles = file.has('styles.xml') ? await part(file, 'styles.xml') : null
    const body = bodyOf(content)
    if (body === null) throw damaged(what)
    const state: State = {
      blocks: [],
      notes: [],
      lists: readOdtLists([styles, content]),
      titles: titleStyles([styles, content]),
    }
    readParts(body, state, null)
    const notes = noticed(file, content)
    return {
      blocks: numberBlocks([...state.blocks, ...state.notes]),
      pages: null,
      attachments: [],
      notes,
      meta: { format: 'odt', mail: null },
    }
  } finally {
    file.close()
  }
}

async function refuseEncrypted(file: OfficeFile): Promise<void> {
  if (!file.has('META-INF/manifest.xml')) return
  const manifest = decodeText(await file.read('META-INF/manifest.xml')).text
  if (/<manifest:encryption-data\b/.test(manifest))
    throw new PaperError(
      'encrypted',
      'Das Dokument ist mit einem Kennwort verschlüsselt. Bitte ohne Kennwort speichern und noch einmal hochladen.',
    )
}

async function part(file: OfficeFile, name: string): Promise<XmlElement> {
  return readOfficeXml(decodeText(await file.read(name)).text.replace(/^\uFEFF/, ''), what)
}

function bodyOf(content: XmlElement): XmlElement | null {
  const body = childOf(content, 'office:body')
  return body === null ? null : childOf(body, 'office:text')
}

interface State {
  blocks: Block[]
  /** Footnotes, kept for the end. */
  notes: Block[]
  lists: OdtLists
  /** Levels of styles of titles and headings, which some programs give to plain paragraphs. */
  titles: Map<string, number>
}

interface OpenList {
  style: string | null
  level: number
}

function readParts(parent: XmlElement, state: State, list: OpenList | null): void {
  for (const child of parent.children) if (typeof child !== 'string') readPart(child, state, list)
}

function readPart(element: XmlElement, state: State, list: OpenList | null): void {
  if (element.name === 'text:h') addHeading(element, state)
  else if (element.name === 'text:p') addParagraph(element, state, null, list)
  else if (element.name === 'text:list') readList(element, state, list)
  else if (element.name === 'table:table') addTable(element, state)
  else if (!leftOut.has(element.name)) readParts(element, state, list)
}

const leftOut = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'office:forms',
  'text:sequence-decls',
  'text:table-of-content',
  'text:alphabetical-index',
  'office:event-listeners',
])

function addHeading(element: XmlElement, state: State): void {
  const text = lineOf(element, state)
  if (text === '') return
  const level = Number(element.attributes['text:outline-level'] ?? 1)
  const number = splitNumber(text, true) === null ? state.lists.headingNumber(level) : null
  state.blocks.push({ ...plainBlock('heading', text, level), number })
}

function addParagraph(element: XmlElement, state: State, number: string | null, list: OpenList | null): void {
  const text = lineOf(element, state)
  if (text === '') return
  const title = state.titles.get(element.attributes['text:style-name'] ?? '')
  if (title !== undefined) state.blocks.push(plainBlock('heading', text, title))
  else if (list === null) state.blocks.push(plainBlock('paragraph', text))
  else state.blocks.push({ ...plainBlock('item', text, list.level), number })
}

/** The first paragraph of an item carries its number. Headings in a list are numbered by it. */
function readList(element: XmlElement, state: State, outer: OpenList | null): void {
  const list: OpenList = {
    style: element.attributes['text:style-name'] ?? outer?.style ?? null,
    level: (outer?.level ?? 0) + 1,
  }
  const goesOn =
    element.attributes['text:continue-numbering'] === 'true' || element.attributes['text:continue-list'] !== undefined
  if (list.level === 1 && !goesOn) state.lists.restart(list.style)
  for (const item of childrenOf(element, 'text:list-item')) {
    let first = true
    for (const child of item.children) {
      if (typeof child === 'string' || child.name === 'text:number') continue
      const number = first && child.name !== 'text:list' ? state.lists.next(list.style, list.level) : null
      if (child.name === 'text:p') addParagraph(child, state, number, list)
      else if (child.name === 'text:h') addListHeading(child, state, number)
      else readPart(child, state, list)
      first = false
    }
  }
}

function addListHeading(element: XmlElement, state: State, number: string | null): void {
  const text = lineOf(element, state)
  if (text !== '')
    state.blocks.push({ ...plainBlock('heading', text, Number(element.attributes['text:outline-level'] ?? 1)), number })
}

function addTable(table: XmlElement, state: State): void {
  const rows: string[][] = []
  const collect = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue
      if (child.name === 'table:table-row')
        rows.push(childrenOf(child, 'table:table-cell').map((cell) => lineOf(cell, state)))
      else if (child.name.startsWith('table:table-')) collect(child)
    }
  }
  collect(table)
  const columns = Math.max(0, ...rows.map((row) => row.filter((cell) => cell !== '').length))
  if (columns <= 1) {
    for (const cell of rows.flat().filter((text) => text !== '')) state.blocks.push(plainBlock('paragraph', cell))
    return
  }
  const block = tableBlock(rows)
  if (block !== null) state.blocks.push(block)
}

function lineOf(element: XmlElement, state: State): string {
  return foldWhiteSpace(wordsOf(element, state)).trim()
}

function wordsOf(element: XmlElement, state: State): string {
  let text = ''
  for (const child of element.children) {
    if (typeof child === 'string') text += child
    else if (child.name === 'text:note') text += addNote(child, state)
    else if (child.name === 'text:s' || child.name === 'text:tab' || child.name === 'text:line-break') text += ' '
    else if (child.name === 'text:p' || child.name === 'text:h') text += ` ${wordsOf(child, state)} `
    else if (!leftOut.has(child.name) && child.name !== 'text:number') text += wordsOf(child, state)
  }
  return text
}

/** Keeps the note for the end; gives its sign for the text. */
function addNote(note: XmlElement, state: State): string {
  const body = childOf(note, 'text:note-body')
  const sign = childOf(note, 'text:note-citation')?.children.find((child): child is string => typeof child === 'string')
  const text = body === null ? '' : lineOf(body, state)
  if (text !== '') state.notes.push({ ...plainBlock('footnote', text), number: sign ?? null })
  return superscript(sign ?? '')
}

/** `Title`, `Heading_20_2`, and the automatic styles based on them. */
function titleStyles(parts: (XmlElement | null)[]): Map<string, number> {
  const titles = new Map<string, number>([['Title', 1]])
  for (let level = 1; level <= 6; level += 1) titles.set(`Heading_20_${level}`, level)
  for (const root of parts)
    for (const group of root === null
      ? []
      : ['office:styles', 'office:automatic-styles'].map((name) => childOf(root, name)))
      for (const style of group === null ? [] : childrenOf(group, 'style:style')) {
        const level = titles.get(style.attributes['style:parent-style-name'] ?? '')
        if (level !== undefined) titles.set(style.attributes['style:name'] ?? '', level)
      }
  return titles
}

function noticed(file: OfficeFile, content: XmlElement): string[] {
  const notes: string[] = []
  if (file.names.some((name) => /^(?:Basic|Scripts)\//.test(name)))
    notes.push('Das Dokument enthält Makros. Sie wurden weder gelesen noch ausgeführt; nur der Text wurde übernommen.')
  const body = bodyOf(content)
  if (body !== null && childOf(body, 'text:tracked-changes') !== null)
    notes.push(
      'Das Dokument enthält nachverfolgte Änderungen: Gelöschtes wurde weggelassen, Eingefügtes übernommen. Bitte die Endfassung hochladen.',
    )
  return notes
}
