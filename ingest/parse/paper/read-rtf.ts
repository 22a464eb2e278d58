import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import { numberBlocks } from './number-blocks.ts'
import { plainBlock, type Paper } from './paper.ts'
import { damaged, PaperError } from './paper-error.ts'
import { charsetEncoding, codePageEncoding, decodeBytes } from './rtf-code-pages.ts'
import { newRtfState, type RtfGroup, type RtfState } from './rtf-state.ts'
import { rtfTokens, type RtfToken } from './rtf-tokens.ts'
import { tableBlock } from './table-block.ts'

/**
 * An RTF document: paragraphs, headings by outline level or style, tables, footnotes; characters by code page, font
 * and Unicode escape. Deleted and hidden text, pictures, headers and fields' instructions are left out.
 */
export function readRtf(bytes: Uint8Array): Paper {
  const state = newRtfState()
  for (const token of rtfTokens(bytes)) take(state, token)
  if (state.groups.length > 0) throw damaged('RTF-Dokument')
  endParagraph(state)
  endTable(state)
  const notes = state.hasDeleted
    ? ['Das Dokument enthält nachverfolgte Änderungen: Gelöschtes wurde weggelassen. Bitte die Endfassung hochladen.']
    : []
  return {
    blocks: numberBlocks([...state.blocks, ...state.footnotes]),
    pages: null,
    attachments: [],
    notes,
    meta: { format: 'rtf', mail: null },
  }
}

const depthMax = 2000

function take(state: RtfState, token: RtfToken): void {
  if (token.kind === 'byte') return takeByte(state, token.byte)
  flushBytes(state)
  if (token.kind === 'open') {
    if (state.groups.length > depthMax)
      throw new PaperError('too_complex', 'Das RTF-Dokument ist zu tief verschachtelt. Bitte als PDF speichern.')
    state.groups.push(state.group)
    state.group = { ...state.group }
    state.opening = true
    state.starred = false
  } else if (token.kind === 'close') closeGroup(state)
  else if (token.kind === 'symbol') takeSymbol(state, token.symbol)
  else if (token.kind === 'word') {
    const { opening } = state
    state.opening = false
    if (opening && enterTarget(state, token.word)) return
    takeWord(state, token.word, token.value)
  }
}

function takeByte(state: RtfState, byte: number): void {
  state.opening = false
  if (state.toSkip > 0) state.toSkip -= 1
  else state.bytes.push(byte)
}

function takeSymbol(state: RtfState, symbol: string): void {
  if (symbol === '*') {
    state.starred = true
    return
  }
  state.opening = false
  if (state.toSkip > 0) state.toSkip -= 1
  else if (symbol === '~') addText(state, '\u00a0')
  else if (symbol === '_') addText(state, '-')
  else if (symbol === '{' || symbol === '}' || symbol === '\\') addText(state, symbol)
}

/** Groups whose text is not the document's. Of `\*` groups only shapes hold text that is read. */
const skipped = new Set(
  'colortbl info pict header headerl headerr headerf footer footerl footerr footerf object fldinst nonshppict sp annotation atnid atnauthor xe tc rxe listtable listoverridetable revtbl rsidtbl generator themedata filetbl private bkmkstart bkmkend pn ftnsep ftnsepc aftnsep aftnsepc template'.split(
    ' ',
  ),
)
const kept = new Set(['shpinst', 'shp', 'shptxt', 'shprslt'])

/** True where the word only says what the group is for. */
function enterTarget(state: RtfState, word: string): boolean {
  const { group, starred } = state
  if (group.target === 'skip') return true
  if (word === 'fonttbl') group.target = 'fonts'
  else if (word === 'stylesheet') group.target = 'styles'
  else if (word === 'footnote') group.target = 'footnote'
  else if (skipped.has(word) || (starred && !kept.has(word) && group.target === 'text')) group.target = 'skip'
  else return false
  return true
}

function closeGroup(state: RtfState): void {
  const { group } = state
  const outer = state.groups.pop()
  if (outer === undefined) throw damaged('RTF-Dokument')
  if (group.target === 'styles' && outer.target === 'styles') endStyle(state, group)
  if (group.target === 'footnote' && outer.target !== 'footnote') endFootnote(state)
  state.group = outer
  state.opening = false
  state.toSkip = 0
}

/** Heading styles are called `heading 2` or `Überschrift 2`. */
function endStyle(state: RtfState, { style, outline }: RtfGroup): void {
  const named = /(?:heading|überschrift) (\d)/i.exec(state.styleName)?.[1]
  const level = named === undefined ? (outline === null ? null : outline + 1) : Number(named)
  if (level !== null) state.headings.set(style, level)
  else if (/^(?:title|titel)\b/i.test(state.styleName.trim())) state.headings.set(style, 1)
  state.styleName = ''
}

function endFootnote(state: RtfState): void {
  const text = foldWhiteSpace(state.footnote).trim()
  if (text !== '') state.footnotes.push(plainBlock('footnote', text))
  state.footnote = ''
}

function takeWord(state: RtfState, word: string, value: number | null): void {
  const { group } = state
  if (word === 'ansicpg') group.codePage = state.ansi = codePageEncoding(value ?? 1252) ?? 'windows-1252'
  else if (word === 'uc') group.fallback = value ?? 1
  else if (word === 'u') takeUnicode(state, value ?? 0)
  else if (word === 'f') useFont(state, value ?? 0)
  else if (word === 'fcharset') setCharset(state, value ?? 0)
  else if (word === 's') group.style = value ?? 0
  else if (word === 'outlinelevel') group.outline = value !== null && value < 9 ? value : null
  else if (word === 'b') group.bold = value !== 0
  else if (word === 'v' || word === 'deleted') hide(state, word, value)
  else if (word === 'intbl') group.inTable = true
  else if (word === 'pard') Object.assign(group, { outline: null, style: 0, inTable: false })
  else if (word === 'plain') Object.assign(group, { bold: false, hidden: false })
  else if (group.target !== 'skip') takeBreak(state, word)
}

function hide(state: RtfState, word: string, value: number | null): void {
  state.group.hidden = value !== 0
  if (word === 'deleted' && value !== 0) state.hasDeleted = true
}

const characters: Record<string, string> = {
  tab: ' ',
  line: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
}

function takeBreak(state: RtfState, word: string): void {
  const character = characters[word]
  if (character !== undefined) addText(state, character)
  else if (word === 'par' || word === 'sect' || word === 'page') endParagraph(state)
  else if (word === 'cell' || word === 'nestcell') endCell(state)
  else if (word === 'row' || word === 'nestrow') endRow(state)
}

function takeUnicode(state: RtfState, value: number): void {
  addText(state, String.fromCharCode(value < 0 ? value + 65_536 : value))
  state.toSkip = state.group.fallback
}

function flushBytes(state: RtfState): void {
  if (state.bytes.length === 0) return
  const bytes = Uint8Array.from(state.bytes)
  state.bytes = []
  if (state.group.target === 'fonts') return
  addText(state, state.group.symbols ? '•' : decodeBytes(state.group.codePage, bytes))
}

function addText(state: RtfState, text: string): void {
  const { group } = state
  if (group.target === 'styles') state.styleName += text
  else if (group.target === 'footnote') state.footnote += text
  if (group.target !== 'text' || group.hidden) return
  if (!group.inTable && state.rows.length > 0 && text.trim() !== '') endTable(state)
  state.words += text
  if (group.bold) state.boldLength += text.trim().length
}

function endParagraph(state: RtfState): void {
  const { group } = state
  if (group.target === 'footnote') {
    state.footnote += ' '
    return
  }
  if (group.target !== 'text') return
  if (group.inTable) {
    state.words += ' '
    return
  }
  const text = takeParagraph(state)
  if (text.words === '') return
  const level = state.headings.get(group.style) ?? (group.outline === null ? null : group.outline + 1)
  if (level !== null) state.blocks.push(plainBlock('heading', text.words, level))
  else if (text.isBold && text.words.length <= 120 && !/[.,;]$/.test(text.words))
    state.blocks.push(plainBlock('heading', text.words, 4))
  else state.blocks.push(plainBlock('paragraph', text.words))
}

function takeParagraph(state: RtfState): { words: string; isBold: boolean } {
  const words = foldWhiteSpace(state.words).trim()
  const isBold = state.boldLength > 1 && state.boldLength >= words.replaceAll(' ', '').length * 0.9
  state.words = ''
  state.boldLength = 0
  return { words, isBold }
}

function endCell(state: RtfState): void {
  state.cells.push(takeParagraph(state).words)
}

function endRow(state: RtfState): void {
  if (state.cells.length > 0) state.rows.push(state.cells)
  state.cells = []
}

function endTable(state: RtfState): void {
  endRow(state)
  const block = tableBlock(state.rows)
  state.rows = []
  if (block !== null) state.blocks.push(block)
}

function setCharset(state: RtfState, charset: number): void {
  state.fonts.set(state.font, { codePage: charsetEncoding(charset), symbols: charset === 2 })
}

function useFont(state: RtfState, font: number): void {
  state.font = font
  if (state.group.target === 'fonts') return
  const known = state.fonts.get(font)
  state.group.codePage = known?.codePage ?? state.ansi
  state.group.symbols = known?.symbols ?? false
}
