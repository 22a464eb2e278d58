import type { Attachment, Span, Unit } from '../../src/law/document-text.ts'
import type { TextWriter } from './text-writer.ts'

/** Canonical text in the making, with what was seen on the way. All offsets are in the text. */
export interface TextBuild extends TextWriter {
  /** Numbered parts of lists; parts that turn out empty are still in. */
  units: Unit[]
  tables: Span[]
  /** Lists and tables: stretches in which no Satz of the Absatz ends. */
  closed: Span[]
  attachments: Attachment[]
  footnotes: string[]
  /** Where lines start that may begin an Absatz. */
  paragraphStarts: number[]
  /** Where sub-headings start. */
  titleStarts: number[]
  /** Satz numbers the law itself prints (`<SUP class="Rec">`, as in the tax codes); they are not words of the text. */
  satzMarks: { at: number; number: number }[]
  /** How many lists and tables are open. */
  nesting: number
  lineBreaks: 'wrap' | 'break' | 'space'
}

/** One plain literal: parsing makes a million of these, and spreading into them cost a fifth of the whole time. */
export function newTextBuild(): TextBuild {
  return {
    chunks: [],
    length: 0,
    separator: 'none',
    units: [],
    tables: [],
    closed: [],
    attachments: [],
    footnotes: [],
    paragraphStarts: [],
    titleStarts: [],
    satzMarks: [],
    nesting: 0,
    lineBreaks: 'wrap',
  }
}
