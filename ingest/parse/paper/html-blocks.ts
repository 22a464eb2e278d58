import { parseHTML } from 'linkedom'
import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import type { DomDocument, DomElement } from './dom-element.ts'
import { listNumber } from './list-number.ts'
import { plainBlock, type Block } from './paper.ts'
import { splitNumber } from './split-number.ts'
import { superscript } from './superscript.ts'
import { tableBlock } from './table-block.ts'

/** What an HTML page says, and whether something in it was left out (script, remote pictures). */
export interface HtmlBlocks {
  blocks: Block[]
  title: string | null
  /** Pictures and frames whose content would have to be fetched; nothing is ever fetched. */
  remote: number
  scripts: number
}

/** The page's blocks in reading order. Nothing in it is run or fetched; what is hidden is left out. */
export function htmlBlocks(html: string): HtmlBlocks {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  const document = parseHTML(whole).document as unknown as DomDocument
  const body = document.querySelector('body') ?? document.documentElement
  const state: State = { blocks: [], words: '', bold: 0 }
  const remote = body.querySelectorAll('img[src^="http"], img[src^="//"], iframe, object, embed').length
  const scripts = document.querySelectorAll('script').length
  walk(body, state, noList)
  flush(state)
  return {
    blocks: state.blocks,
    title: line(document.querySelector('title')?.textContent ?? '') || null,
    remote,
    scripts,
  }
}

interface State {
  blocks: Block[]
  /** Running text not yet a block, and how much of it is bold. */
  words: string
  bold: number
}

/** The list an element stands in. `take` gives the number of its next item, once. */
interface List {
  level: number
  number: string | null
}

const noList: List = { level: 0, number: null }
const left = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT EMBED SVG CANVAS AUDIO VIDEO NAV BUTTON SELECT TEXTAREA INPUT IMG DEL'.split(
    ' ',
  ),
)
const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR O:P'.split(
    ' ',
  ),
)

function walk(element: DomElement, state: State, list: List): void {
  for (const node of element.childNodes) {
    if (node.nodeType === 3) addWords(state, node.textContent ?? '', element)
    else if (node.nodeType === 1) walkElement(node, state, list)
  }
}

function walkElement(element: DomElement, state: State, list: List): void {
  const name = element.tagName.toUpperCase()
  if (left.has(name) || isHidden(element)) return
  if (name === 'BR') return void (state.words += '\n')
  if (name === 'SUP' && /^\s*\[?\d{1,3}\]?\s*$/.test(element.textContent ?? '')) {
    state.words += superscript(element.textContent ?? '')
    return
  }
  if (inline.has(name)) return walk(element, state, list)
  flush(state)
  const heading = /^H([1-6])$/.exec(name)?.[1]
  if (heading !== undefined) return addHeading(state, element, Number(heading))
  if (name === 'TABLE') return addTable(state, element, list)
  if (name === 'OL' || name === 'UL') return addList(state, element, list)
  if (name === 'PRE') return addPreformatted(state, element)
  walk(element, state, list)
  flush(state)
}

/** Mail programs and editors hide previews and remarks this way. */
function isHidden(element: DomElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  )
}

function addWords(state: State, words: string, parent: DomElement): void {
  const folded = foldWhiteSpace(words)
  if (parent.closest('b, strong') !== null) state.bold += folded.trim().length
  state.words += folded
}

/** Ends the running paragraph. A short one all in bold is a heading that was not marked as one. */
function flush(state: State): void {
  const { words, bold } = state
  state.words = ''
  state.bold = 0
  for (const part of words.split('\n\n')) {
    const text = line(part)
    if (text === '') continue
    const isHeading = bold >= text.replaceAll(/\s/g, '').length * 0.9 && bold > 1 && looksLikeHeading(text)
    state.blocks.push(isHeading ? plainBlock('heading', text, boldLevel) : plainBlock('paragraph', text))
  }
}

/** Below what is marked as a heading of the page or of its parts. */
const boldLevel = 4

function looksLikeHeading(text: string): boolean {
  return text.length <= 120 && !/[.,;]$/.test(text)
}

function addHeading(state: State, element: DomElement, level: number): void {
  const text = line(visibleText(element))
  if (text !== '') state.blocks.push(plainBlock('heading', text, level))
}

function addPreformatted(state: State, element: DomElement): void {
  for (const part of (element.textContent ?? '').split(/\n\s*\n/)) {
    const text = line(part)
    if (text !== '') state.blocks.push(plainBlock('paragraph', text))
  }
}

/** A table that only lays out a page (one column, tables inside) is read as the text it holds. */
function addTable(state: State, table: DomElement, list: List): void {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].filter((cell) => /^T[DH]$/i.test(cell.tagName)).map((cell) => line(visibleText(cell))),
  )
  const columns = Math.max(0, ...rows.map((row) => row.filter((cell) => cell !== '').length))
  if (columns <= 1 || table.querySelector('table') !== null) {
    walkTable(table, state, list)
    return
  }
  const block = tableBlock(rows)
  if (block !== null) state.blocks.push(block)
}

function walkTable(table: DomElement, state: State, list: List): void {
  for (const child of table.children) {
    if (/^(?:T[RDH]|TBODY|THEAD|TFOOT|CAPTION)$/i.test(child.tagName)) walkTable(child, state, list)
    else walkElement(child, state, list)
    flush(state)
  }
  if (table.children.length === 0) walk(table, state, list)
  flush(state)
}

function addList(state: State, element: DomElement, outer: List): void {
  const ordered = element.tagName.toUpperCase() === 'OL'
  let count = Number(element.getAttribute('start') ?? 1) || 1
  for (const item of element.children) {
    if (item.tagName.toUpperCase() !== 'LI') {
      walkElement(item, state, outer)
      continue
    }
    const number = ordered ? listNumber(count, element.getAttribute('type') ?? '1') : '–'
    count += 1
    addItem(state, item, { level: outer.level + 1, number })
  }
}

/** The first paragraph of an item carries its number; what follows in it are items of the same level without one. */
function addItem(state: State, item: DomElement, list: List): void {
  const first = state.blocks.length
  walk(item, state, list)
  flush(state)
  if (/^(?:.*-)?(?:foot|end)note-\d+$/.test(item.id)) {
    const text = state.blocks.splice(first).map((block) => block.text.replace(/\s*↑$/, ''))
    state.blocks.push({ ...plainBlock('footnote', text.join(' ')), number: list.number?.replace(/\.$/, '') ?? null })
    return
  }
  const own = state.blocks
    .slice(first)
    .filter((block) => block.kind === 'paragraph' || (block.kind === 'heading' && block.level === boldLevel))
  for (const [i, block] of own.entries()) {
    if (block.kind === 'heading' && i === 0 && splitNumber(block.text) !== null) continue
    block.kind = 'item'
    block.level = list.level
    if (i === 0 && splitNumber(block.text) === null) block.number = list.number
  }
}

function visibleText(element: DomElement): string {
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.textContent ?? ''
    else if (node.nodeType === 1 && !left.has(node.tagName.toUpperCase()) && !isHidden(node)) {
      const name = node.tagName.toUpperCase()
      text += inline.has(name) ? visibleText(node) : ` ${visibleText(node)} `
    }
  }
  return text
}

function line(text: string): string {
  return foldWhiteSpace(text).trim()
}
