import type { Day } from '../../../src/law/day.ts'

/** What a file really is, by its bytes. */
export type PaperFormat = 'pdf' | 'docx' | 'odt' | 'rtf' | 'html' | 'eml' | 'msg' | 'markdown' | 'text'

/** One block of a paper's text, in reading order. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'table' | 'footnote'
  /** Of a heading 1 is the highest; of an item 1 the outermost list; else 0. */
  level: number
  /** As written, with its brackets and full stops: `2.1`, `a)`, `(3)`; `–` for a list without numbers; else null. */
  number: string | null
  /** Without the number; white space folded. A table's rows, separated by line ends. */
  text: string
  /** Page of the file, counted from 1, on which it begins; null where the format has no pages. */
  page: number | null
  /** Page number printed on that page. */
  printedPage: string | null
  /** Cells of a table. */
  rows?: string[][]
  /** Where in the text further pages begin. */
  turns?: PageTurn[]
}

/** A page that begins within a block. */
export interface PageTurn {
  at: number
  page: number
  printedPage: string | null
}

/** What a mail's header says. */
export interface MailHeader {
  from: string | null
  to: string[]
  subject: string | null
  sentOn: Day | null
}

/** A file that came with a paper: an attachment of a mail. */
export interface PaperAttachment {
  name: string
  bytes: Uint8Array
}

/** A paper of the office as read from its bytes, whatever the format. */
export interface Paper {
  blocks: Block[]
  /** How many pages the file has; null where the format has none. */
  pages: number | null
  attachments: PaperAttachment[]
  /** What the person who handed it in should know, in German: text by OCR, changes left out … */
  notes: string[]
  meta: { format: PaperFormat; mail: MailHeader | null }
}

/** A paragraph or heading without number or page. */
export function plainBlock(kind: Block['kind'], text: string, level = 0): Block {
  return { kind, level, number: null, text, page: null, printedPage: null }
}
