import { lineBlocks } from './line-blocks.ts'
import { numberBlocks } from './number-blocks.ts'
import { takeMargins } from './page-margins.ts'
import type { Block } from './paper.ts'
import type { PageLines } from './text-line.ts'

/** The blocks of printed pages: margins taken off, lines joined to paragraphs, numbers told from text. */
export function readPages(pages: PageLines[]): Block[] {
  return numberBlocks(lineBlocks(takeMargins(pages)))
}
