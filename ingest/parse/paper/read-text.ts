import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import { decodeText } from './decode-text.ts'
import { joinLines } from './join-lines.ts'
import { numberBlocks } from './number-blocks.ts'
import { plainBlock, type Block, type Paper } from './paper.ts'
import { splitBullet, splitNumber } from './split-number.ts'

/** A plain text. Form feeds, as old printers' files have them, are page ends. */
export function readText(bytes: Uint8Array): Paper {
  const { text, encoding, guessed } = decodeText(bytes)
  const notes = guessed
    ? [`Die Datei nennt keine Kodierung und ist nicht in UTF-8; sie wurde als ${encoding} gelesen.`]
    : []
  const pages = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\f')
  const paged = pages.length > 1
  const blocks = pages.flatMap((page, i) => textBlocks(page).map((block) => ({ ...block, page: paged ? i + 1 : null })))
  return {
    blocks: numberBlocks(blocks),
    pages: paged ? pages.length : null,
    attachments: [],
    notes,
    meta: { format: 'text', mail: null },
  }
}

/** Paragraphs between empty lines; within one, a line goes on where it is as long as the text is wide. */
export function textBlocks(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const width = wrapWidth(lines)
  const blocks: Block[] = []
  let open = ''
  let full = false
  const close = () => {
    const folded = foldWhiteSpace(open).trim()
    if (folded !== '') blocks.push(plainBlock('paragraph', folded))
    open = ''
  }
  for (const line of lines) {
    const words = line.trim()
    if (words === '' || isRule(words)) close()
    else if (open === '' || !full || beginsItem(words, open)) {
      close()
      open = words
    } else open = joinLines(open, words)
    full = line.length >= width * 0.7 || /\p{L}-$/u.test(line)
  }
  close()
  return blocks
}

/** Labels of letters' and mails' heads. */
const label =
  /^(?:(?:Von|An|Cc|CC|Gesendet|Datum|Betreff|Betrifft|Betr\.|Bezug|Anlagen?|Az\.?|From|To|Sent|Subject)\s?:|(?:Aktenzeichen|Geschäftszeichen|Az\.)[\s:])/

/** A number without a full stop (`2 Verfahren`) counts behind the end of a sentence only. */
function beginsItem(words: string, before: string): boolean {
  if (label.test(words)) return true
  return splitNumber(words, /[.:]$/.test(before)) !== null || splitBullet(words) !== null
}

/** Where the text was wrapped: nine of ten lines are not longer. Beyond 200 it was not wrapped at all. */
function wrapWidth(lines: string[]): number {
  const lengths = lines
    .map((line) => line.length)
    .filter((length) => length > 0)
    .toSorted((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  return width > 200 ? Number.POSITIVE_INFINITY : Math.max(width, 40)
}

function isRule(words: string): boolean {
  return /^[-=_*~]{3,}$/.test(words)
}
