import type { Paper, PaperFormat } from './paper.ts'
import { pdfLines } from './pdf-lines.ts'
import { readDocx } from './read-docx.ts'
import { readEml } from './read-eml.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readMsg } from './read-msg.ts'
import { readOdt } from './read-odt.ts'
import { readRtf } from './read-rtf.ts'
import { readText } from './read-text.ts'
import type { PageLines } from './text-line.ts'

/** A paper, or the lines of its pages where they are still to be laid out (and scanned pages to be read). */
export type ParsedPaper = { kind: 'paper'; paper: Paper } | { kind: 'pages'; pages: PageLines[] }

/** Parses one file. Only to be called in the process for it (paper-process.ts): files can be made to hang a parser. */
export async function parsePaper(bytes: Uint8Array, format: PaperFormat): Promise<ParsedPaper> {
  if (format === 'pdf') return { kind: 'pages', pages: await pdfLines(bytes) }
  return { kind: 'paper', paper: await readers[format](bytes) }
}

const readers: Record<Exclude<PaperFormat, 'pdf'>, (bytes: Uint8Array) => Paper | Promise<Paper>> = {
  docx: readDocx,
  odt: readOdt,
  rtf: readRtf,
  html: readHtml,
  eml: readEml,
  msg: readMsg,
  markdown: readMarkdown,
  text: readText,
}
