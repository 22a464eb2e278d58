import type { Evidence } from '../../law/answer.ts'
import { withoutTableMarks } from '../../text/table-cells.ts'

/** A Satz with all evidence of it, in the order of the text; a long list is cut into several pieces of evidence. */
export type WholeSentence = [Evidence, ...Evidence[]]

/** Longest list shown whole, and most of a longer one. */
const maxListChars = 700
/** Longest sentence without a list; a longer one is cut after a word, the citation has all of it. */
const maxChars = 1000

const numbered = /^\d+[a-z]?\. /
const lettered = /^[a-z]{1,3}\) /

/** Evidence by the Satz it is of, in the order of first appearance. */
export function groupSentences(evidence: Evidence[]): WholeSentence[] {
  const groups = new Map<string, WholeSentence>()
  for (const piece of evidence) {
    const { document, normSha256, normKey, paragraph, sentences } = piece.passage
    const place = [document.id, normKey, normSha256, paragraph, piece.sentence].join(' ')
    const key = sentences.length === 0 ? piece.id : place
    const group = groups.get(key)
    if (group) group.push(piece)
    else groups.set(key, [piece])
  }
  return [...groups.values()].map((pieces) => pieces.toSorted(byPlace) as WholeSentence)
}

export interface Shown {
  text: string
  evidenceIds: string[]
}

/**
 * A Satz as it is shown: whole, or, where its list is long, its beginning, the Nummern that `worth` puts first, and what
 * stands behind the list, ` … ` where Nummern were left out. Null where a list's beginning or all of its Nummern are
 * missing: then it says nothing.
 */
export function showSentence(pieces: WholeSentence, worth: (text: string) => number): Shown | null {
  const blocks = pieces.flatMap(blocksOf)
  const items = blocks.filter(({ isItem }) => isItem)
  const [first] = blocks
  if (!first || (first.isItem && pieces[0].passage.path.length > 0)) return null
  if (items.length === 0) return isUnfinished(first.text) && blocks.length === 1 ? null : plain(pieces)
  const fixed = blocks.reduce((sum, { text, isItem }) => sum + (isItem ? 0 : text.length), 0)
  let left = maxListChars - fixed
  const kept = new Set(blocks.filter(({ isItem }) => !isItem))
  for (const item of items.toSorted((a, b) => worth(b.text) - worth(a.text))) {
    if (item.text.length > left && [...kept].some(({ isItem }) => isItem)) continue
    kept.add(item)
    left -= item.text.length
  }
  const evidenceIds = new Set([...kept].map(({ id }) => id))
  return {
    text: joined(blocks, kept),
    evidenceIds: pieces.map(({ id }) => id).filter((id) => evidenceIds.has(id)),
  }
}

/** Line of a sentence with the lines below it. */
interface Block {
  id: string
  text: string
  isItem: boolean
}

function blocksOf({ id, text, passage }: Evidence): Block[] {
  if (passage.path.length > 0) return [{ id, text: onOneLine(text), isItem: true }]
  const lines = text.split('\n').map(onOneLine).filter(Boolean)
  const sign = lines.some((line) => numbered.test(line)) ? numbered : lettered
  const blocks: Block[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (sign.test(line)) blocks.push({ id, text: line, isItem: true })
    else if (last?.isItem && (lettered.test(line) || numbered.test(line))) last.text += ` ${line}`
    else if (last && !last.isItem) last.text += ` ${line}`
    else blocks.push({ id, text: line, isItem: false })
  }
  return blocks
}

function joined(blocks: Block[], kept: Set<Block>): string {
  let text = ''
  let isGap = false
  for (const block of blocks) {
    if (!kept.has(block)) isGap = true
    else {
      text += `${text === '' ? '' : isGap ? ' … ' : ' '}${block.text}`
      isGap = false
    }
  }
  return isGap ? `${text} …` : text
}

function plain(pieces: WholeSentence): Shown {
  const text = onOneLine(pieces.map((piece) => piece.text).join(' '))
  const cut = text.lastIndexOf(' ', maxChars)
  return { text: text.length <= maxChars ? text : `${text.slice(0, cut)} …`, evidenceIds: pieces.map(({ id }) => id) }
}

/** `…, wenn`: what follows stands elsewhere. */
function isUnfinished(text: string): boolean {
  return /(?:[,:]|\b(?:wenn|und|oder|dass|sind|ist|die|der|das|sofern|soweit))\s*$/.test(text)
}

function onOneLine(text: string): string {
  return withoutTableMarks(text).replace(/\s+/g, ' ').trim()
}

function byPlace(a: Evidence, b: Evidence): number {
  return a.span.start - b.span.start
}
