import { dropRepeatedTitle } from './drop-repeated-title.ts'
import type { Block } from './paper.ts'
import { splitBullet, splitNumber } from './split-number.ts'

/**
 * Takes the numbers out of the blocks' texts: `2.1 Zuständigkeit` → number `2.1`. A short numbered line that ends like
 * a title becomes a heading; other numbered text with one step (`1.`, `a)`) is an item, with several (`2.1`) a section.
 */
export function numberBlocks(blocks: Block[]): Block[] {
  const own = dropRepeatedTitle(blocks)
  const counted = countedTitles(own)
  return own.map((block, i) => (block.number === null ? numbered(block, own[i + 1], counted.has(block)) : block))
}

/**
 * Titles with a number that has no full stop (`1 Zuständigkeit`), where nothing but the number tells them from text: they
 * count from 1 on, and at least two are there.
 */
function countedTitles(blocks: Block[]): Set<Block> {
  const titles: Block[] = []
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' || block.number !== null || splitNumber(block.text) !== null) continue
    const found = splitNumber(block.text, true)
    if (found?.number !== String(titles.length + 1)) continue
    if (/^\d+\s/.test(block.text) && isTitle(`${found.number}.`, found.rest, blocks[i + 1])) titles.push(block)
  }
  return new Set(titles.length >= 2 ? titles : [])
}

function numbered(block: Block, next: Block | undefined, isCounted: boolean): Block {
  if (block.kind === 'table' || block.kind === 'footnote') return block
  const found = splitNumber(block.text, isCounted || block.kind === 'heading')
  if (found === null) return bulleted(block)
  const { number, rest: text } = found
  const cut = { ...shortened(block, text), number }
  if (block.kind === 'heading') return cut
  if (isCounted) return { ...cut, kind: 'heading', level: levelOf(number) }
  if (isTitle(number, text, next)) return { ...cut, kind: 'heading', level: levelOf(number) }
  if (isSection(number)) return { ...cut, kind: 'paragraph', level: 0 }
  return { ...cut, kind: 'item', level: Math.max(1, block.level) }
}

function bulleted(block: Block): Block {
  if (block.kind === 'heading') return block
  const text = splitBullet(block.text)
  return text === null
    ? block
    : { ...shortened(block, text), kind: 'item', level: Math.max(1, block.level), number: '–' }
}

/** The block with the end of its text only; where pages begin in it moves along. */
function shortened(block: Block, text: string): Block {
  const off = block.text.length - text.length
  const turns = block.turns?.map((turn) => ({ ...turn, at: Math.max(0, turn.at - off) }))
  return turns === undefined ? { ...block, text } : { ...block, text, turns }
}

/** `2.1`, `(3)`, `§ 4`: numbers that structure a paper, not a list. */
function isSection(number: string): boolean {
  return /^\d+[a-z]?\.\d|^\(\d|^§|^Art|^[IVX]+\.$|^[A-Z]\.$/.test(number)
}

/** A title: short, no full stop at its end, begins with a capital, and text that is no sibling follows. */
function isTitle(number: string, text: string, next: Block | undefined): boolean {
  if (/^\(|^[a-z]{1,2}\)/.test(number)) return false
  if (text.length > 110 || /[.,;:!?]$/.test(text) || !/^[\p{Lu}„"§(]/u.test(text)) return false
  if (/^(?:§|Art|An[lh]|Teil|Absch|Kap)/.test(number)) return true
  if (next === undefined || next.kind === 'item') return false
  return !sameShape(number, splitNumber(next.text)?.number ?? next.number)
}

/** `1.` and `2.` in a row: a list of short points, not headings. */
function sameShape(number: string, other: string | null): boolean {
  return other !== null && shapeOf(number) === shapeOf(other)
}

function shapeOf(number: string): string {
  return number
    .replaceAll(/\d+/g, '1')
    .replaceAll(/[IVX]+/g, 'I')
    .replaceAll(/[A-Z]/g, 'A')
    .replaceAll(/[a-z]/g, 'a')
}

function levelOf(number: string): number {
  const steps = number.match(/\d+/g)?.length ?? 1
  return Math.min(6, steps + 1)
}
