import type { PaperFault } from './paper-error.ts'
import type { PaperFormat } from './paper.ts'
import type { ParsedPaper } from './parse-paper.ts'

/** To the process that parses papers. */
export interface ToParser {
  bytes: Uint8Array
  format: PaperFormat
}

/** From it: what it read, or why not. */
export type FromParser =
  | { kind: 'parsed'; parsed: ParsedPaper }
  | { kind: 'fault'; fault: PaperFault; message: string; detail: string }
