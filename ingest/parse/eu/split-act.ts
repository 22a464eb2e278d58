import type { OutlineStep } from '../../../src/law/document-text.ts'
import type { Line } from '../lines/line.ts'
import type { ActPart } from './build-act.ts'
import { enterDivision, isDivision, type Divisions } from './divisions.ts'
import { numberLines } from './number-lines.ts'

/**
 * The lines of a page as title and parts. The words decide, since every generation of pages has other classes and the
 * oldest none: `Artikel 5` alone on a line opens an article, `ANHANG I` an annex, `Geschehen zu` the end.
 */
export function splitAct(lines: readonly Line[]): { title: string; parts: ActPart[] } {
  const state: State = { title: [], parts: [], outline: [], phase: 'title', expectsTitle: null }
  for (const line of lines) read(state, line)
  for (const part of state.parts) part.lines = part.kind === 'norm' ? numberLines(part.lines) : part.lines
  return { title: [...new Set(state.title)].join(' '), parts: state.parts }
}

interface State {
  title: string[]
  parts: ActPart[]
  outline: Divisions
  phase: 'title' | 'preamble' | 'recitals' | 'articles' | 'closing' | 'annexes'
  /** What was just opened and may be followed by its title. */
  expectsTitle: 'article' | 'division' | 'annex' | null
}

const articleLine = /^Artikel (\d{1,3}[a-z]?)$/i
const annexLine = /^(?:Anhang|Anhänge)(?: ([IVXLC]+[a-z]?|\d+[a-z]?|[A-Z]))?$/i
const skipped =
  /(?:^|\s)(?:oj-)?(?:hd-\S+|toc\S*|title-toc|modref|disclaimer|reference|title-fam\S*|title-doc-oj\S*|arrow|separator)(?:\s|$)/
const note = /(?:^|\s)(?:oj-)?note(?:\s|$)/
const opensPreamble = /^(?:DER RAT|DAS EUROPÄISCHE PARLAMENT|DIE (?:EUROPÄISCHE )?KOMMISSION|DIE EUROPÄISCHE)/
const opensRecitals = /^(?:in (?:der )?Erwägung|gestützt auf .* in Erwägung)/i
const closesPreamble = /(?:ERLASSEN|ANGENOMMEN|BESCHLOSSEN|ERGANGEN)\s?[:.]?$/
const opensClosing = /^(?:Geschehen zu|Diese (?:Verordnung|Richtlinie) ist in allen ihren Teilen)/

function read(state: State, line: Line): void {
  if (skipped.test(line.mark)) return
  const article = articleLine.exec(line.text)?.[1]
  const annex = annexLine.exec(line.text)
  if (article !== undefined && state.phase !== 'annexes') return openArticle(state, article)
  if (annex !== null && state.phase !== 'title' && isAnnexHeading(line)) return openAnnex(state, annex[1])
  if (isNote(state, line)) return void state.parts.at(-1)?.footnotes.push(line.text)
  if (readTitle(state, line)) return
  readPhase(state, line)
}

/** `Anhang` in capitals or in a heading's class; in running text it stands in a sentence. */
function isAnnexHeading(line: Line): boolean {
  return line.level === 0 && (line.text.startsWith('ANH') || line.mark !== '' || line.role === 'heading')
}

/** In pages without classes the notes stand at the end, numbered in brackets. */
function isNote({ phase }: State, { text, mark }: Line): boolean {
  return note.test(mark) || (phase === 'closing' && /^\(\s*\d+\s*\)\s/.test(text))
}

function openArticle(state: State, number: string): void {
  state.phase = 'articles'
  state.expectsTitle = 'article'
  open(state, 'norm', `Art ${number}`, steps(state.outline))
}

function openAnnex(state: State, number: string | undefined): void {
  state.phase = 'annexes'
  state.expectsTitle = 'annex'
  open(state, 'annex', number === undefined ? 'Anhang' : `Anhang ${number}`, [])
}

function open(state: State, kind: ActPart['kind'], norm: string, outline: OutlineStep[]): void {
  state.parts.push({ kind, norm, heading: null, outline, lines: [], footnotes: [] })
}

/** The heading of what was opened by the line before. */
function readTitle(state: State, line: Line): boolean {
  const expected = state.expectsTitle
  if (expected === null || isDivision(line.text)) return false
  state.expectsTitle = null
  if (!isHeading(line)) return false
  if (expected === 'division') {
    const last = state.outline.at(-1)
    if (last !== undefined) last.title = line.text
    return true
  }
  const part = state.parts.at(-1)
  if (part !== undefined) part.heading = line.text
  return part !== undefined
}

const headingMark = /(?:sti-art|stitle-article|ti-section-2|title-division-2|ti-annex-2|title-annex-2|doc-ti|ti-grseq)/
const textMark = /(?:^|\s)(?:oj-)?norm(?:al)?(?:\s|$)/

function isHeading({ text, mark, level, sign }: Line): boolean {
  if (headingMark.test(mark)) return true
  return (
    !textMark.test(mark) &&
    level === 0 &&
    sign === null &&
    text.length <= 200 &&
    /^[\p{L}„]/u.test(text) &&
    !/[.;:,]$/.test(text)
  )
}

function readPhase(state: State, line: Line): void {
  switch (state.phase) {
    case 'title':
      return readHead(state, line)
    case 'preamble':
    case 'recitals':
      return readPreamble(state, line)
    case 'articles':
      return readArticles(state, line)
    default:
      keep(state, line)
  }
}

/** `RICHTLINIE …`: whatever stood before, of the portal's or of a list of amendments, is no part of the title. */
const opensTitle =
  /^(?:(?:DELEGIERTE |DURCHFÜHRUNGS|RAHMEN)?(?:VERORDNUNG|RICHTLINIE|BESCHLUSS|ENTSCHEIDUNG)|GEMEINSAME MA(?:ß|ẞ|SS)NAHME)\b/i

function readHead(state: State, line: Line): void {
  if (!opensPreamble.test(line.text)) {
    if (line.role === 'row') return
    if (opensTitle.test(line.text)) state.title = []
    if (!/^\((?:\d.*|ABl\. .*|Neufassung|kodifizierter Text|Text von .*)\)$/i.test(line.text))
      state.title.push(line.text)
    return
  }
  state.phase = 'preamble'
  open(state, 'front', 'Präambel', [])
  keep(state, line)
}

function readPreamble(state: State, line: Line): void {
  if (isDivision(line.text)) return openDivision(state, line.text)
  const recital = /^\((\d{1,3}[a-z]?)\)\s*(.*)$/.exec(line.text)
  if (closesPreamble.test(line.text)) {
    const front = state.parts.find(({ kind }) => kind === 'front')
    front?.lines.push({ ...line, level: 0, sign: null })
    state.phase = 'preamble'
  } else if (state.phase === 'recitals' && recital !== null) {
    open(state, 'part', `Erwägungsgrund ${recital[1]}`, [])
    keep(state, { ...line, text: recital[2] ?? '', level: 0, sign: null })
  } else {
    if (opensRecitals.test(line.text)) state.phase = 'recitals'
    keep(state, line)
  }
}

function readArticles(state: State, line: Line): void {
  if (isDivision(line.text)) return openDivision(state, line.text)
  if (opensClosing.test(line.text)) {
    state.phase = 'closing'
    open(state, 'closing', 'Schlussformel', [])
  }
  keep(state, line)
}

function openDivision(state: State, label: string): void {
  state.phase = 'articles'
  state.expectsTitle = 'division'
  state.outline = enterDivision(state.outline, label)
}

function steps(outline: Divisions): OutlineStep[] {
  return outline.map(({ label, title }) => ({ label, title }))
}

function keep(state: State, line: Line): void {
  if (line.text !== '') state.parts.at(-1)?.lines.push(line)
}
