import type { Attachment, Unit } from '../../src/law/document-text.ts'
import { listUnit } from './list-unit.ts'
import { renderTable } from './render-table.ts'
import { subscript, superscript } from './small-digits.ts'
import { newTextBuild, type TextBuild } from './text-build.ts'
import { append, breakLine, lastCharacter, nextOffset, space, wrapLine, write, writtenText } from './text-writer.ts'
import { characterData, type XmlElement } from './xml-element.ts'

/** Writes the canonical text of everything below the element. */
export function renderText(element: XmlElement): TextBuild {
  const build = newTextBuild()
  renderChildren(build, element)
  return build
}

/** The element's words on one line: for headings and titles. Footnote signs and the publisher's notes are left out. */
export function inlineText(element: XmlElement): string {
  const build = newTextBuild()
  build.lineBreaks = 'space'
  renderChildren(build, element)
  return writtenText(build).replaceAll('\n', ' ')
}

function renderChildren(build: TextBuild, element: XmlElement): void {
  for (const child of element.children)
    if (typeof child === 'string') write(build, child)
    else (renderers[child.name] ?? renderChildren)(build, child)
}

type Renderer = (build: TextBuild, element: XmlElement) => void

/** Elements missing here only format (`B`, `I`, `U`, `SP`, `small`, `F`, `NB`, `noindex` …): their words count. */
const renderers: Record<string, Renderer> = {
  P: renderParagraph,
  Title: renderTitle,
  Subtitle: renderTitle,
  Ident: renderTitle,
  Content: renderBlock,
  TOC: renderBlock,
  pre: (build, element) => withLineBreaks(build, 'break', () => renderBlock(build, element)),
  DL: renderList,
  LA: renderBlock,
  table: (build, element) => renderTable(build, element, renderCell),
  BR: renderLineBreak,
  SUP: renderSuperscript,
  SUB: (build, element) => write(build, subscript(characterData(element), lastCharacter(build))),
  F: renderSymbol,
  QuoteL: (build) => append(build, '„'),
  QuoteR: (build) => append(build, '“'),
  Split: space,
  IMG: (build, element) => attach(build, 'image', element),
  FILE: (build, element) => attach(build, 'file', element),
  Footnote: renderFootnote,
  kommentar: renderNote,
  // Signs that point to footnotes, braces beside table rows, and switches without words.
  FnR: nothing,
  FnArea: nothing,
  Accolade: nothing,
  ABWFORMAT: nothing,
}

function nothing(): void {}

function renderBlock(build: TextBuild, element: XmlElement): void {
  breakLine(build)
  renderChildren(build, element)
  breakLine(build)
}

function renderParagraph(build: TextBuild, element: XmlElement): void {
  breakLine(build)
  if (build.nesting === 0) build.paragraphStarts.push(nextOffset(build))
  renderChildren(build, element)
  breakLine(build)
}

function renderTitle(build: TextBuild, element: XmlElement): void {
  breakLine(build)
  if (build.nesting === 0) build.titleStarts.push(nextOffset(build))
  withLineBreaks(build, 'space', () => renderChildren(build, element))
  breakLine(build)
}

function renderLineBreak(build: TextBuild): void {
  if (build.lineBreaks === 'space') return space(build)
  if (build.lineBreaks === 'break') breakLine(build)
  else wrapLine(build)
  if (build.nesting === 0) build.paragraphStarts.push(nextOffset(build))
}

function renderList(build: TextBuild, list: XmlElement): void {
  breakLine(build)
  const start = nextOffset(build)
  build.nesting += 1
  let unit: Unit | null = null
  for (const child of list.children) {
    if (typeof child === 'string') write(build, child)
    else if (child.name === 'DT') {
      endUnit(build, unit)
      unit = beginItem(build, list, child)
    } else if (child.name === 'DD') renderItem(build, child)
    else (renderers[child.name] ?? renderChildren)(build, child)
  }
  endUnit(build, unit)
  build.nesting -= 1
  if (build.length > start) build.closed.push({ start, end: build.length })
  breakLine(build)
}

function beginItem(build: TextBuild, list: XmlElement, term: XmlElement): Unit | null {
  breakLine(build)
  const start = nextOffset(build)
  withLineBreaks(build, 'space', () => renderChildren(build, term))
  const mark = listUnit(characterData(term), list.attributes['Type'] ?? '')
  if (mark === null) return null
  const unit: Unit = { kind: mark.kind, number: mark.number, start, end: start }
  build.units.push(unit)
  return unit
}

/** `1. text`: the item's first words stand behind its number, all else on lines of its own. */
function renderItem(build: TextBuild, item: XmlElement): void {
  let first = true
  for (const child of item.children) {
    if (typeof child === 'string') write(build, child)
    else if (child.name === 'LA' && first) {
      first = false
      space(build)
      renderChildren(build, child)
    } else (renderers[child.name] ?? renderChildren)(build, child)
  }
}

function endUnit(build: TextBuild, unit: Unit | null): void {
  if (unit !== null) unit.end = Math.max(unit.start, build.length)
}

function renderSuperscript(build: TextBuild, element: XmlElement): void {
  const text = characterData(element)
  if (element.attributes['class'] === 'Rec' && /^\s*\d+\s*$/.test(text)) {
    if (build.nesting === 0) build.satzMarks.push({ at: nextOffset(build), number: Number(text) })
    return
  }
  // A lone comma is set between two footnote signs, which are not part of the text.
  if (/[^\s,;]/.test(text)) write(build, superscript(text))
}

/** Symbols; a number without words is a boxed reference to a note (model forms of the BGB). */
function renderSymbol(build: TextBuild, element: XmlElement): void {
  const value = element.attributes['Value']?.trim() ?? ''
  if (characterData(element) === '' && value !== '') write(build, `[${value}]`)
  else renderChildren(build, element)
}

function attach(build: TextBuild, kind: Attachment['kind'], element: XmlElement): void {
  build.attachments.push({ kind, name: element.attributes['SRC'] ?? null, at: nextOffset(build) })
}

function renderFootnote(build: TextBuild, element: XmlElement): void {
  const sign = `${element.attributes['FnZ'] ?? ''}${element.attributes['Postfix'] ?? ''}`
  const note = renderText(element)
  addNote(build, `${sign} ${writtenText(note)}`, note.footnotes)
}

/** The publisher's own remarks, such as where the Bundesgesetzblatt has the Anlage. */
function renderNote(build: TextBuild, element: XmlElement): void {
  const note = renderText(element)
  addNote(build, writtenText(note), note.footnotes)
}

function addNote(build: TextBuild, note: string, inner: string[]): void {
  if (note.trim() !== '') build.footnotes.push(note.trim())
  build.footnotes.push(...inner)
}

/** For a cell, whose text is put in place by its row. Notes go where those around it go. */
function renderCell(parent: TextBuild, cell: XmlElement): TextBuild {
  const build = newTextBuild()
  build.footnotes = parent.footnotes
  build.nesting = 1
  renderChildren(build, cell)
  return build
}

function withLineBreaks(build: TextBuild, lineBreaks: TextBuild['lineBreaks'], render: () => void): void {
  const before = build.lineBreaks
  build.lineBreaks = lineBreaks
  render()
  build.lineBreaks = before
}
