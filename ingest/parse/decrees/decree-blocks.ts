import { htmlLines } from '../lines/html-lines.ts'
import type { Line } from '../lines/line.ts'
import { numberBlocks } from '../paper/number-blocks.ts'
import { plainBlock, type Block } from '../paper/paper.ts'
import { readPaper } from '../paper/read-paper.ts'
import { decodeHtml } from '../rulings/decode-html.ts'
import { byClass, findElements } from '../rulings/find-element.ts'
import { readHtml } from '../rulings/html-tree.ts'
import type { XmlElement } from '../xml-element.ts'
import { markSections } from './mark-sections.ts'

/**
 * A published decree as blocks with its section numbers apart, whatever its format: pages of portals as they set them
 * (numbers in definition lists or beside their words in tables), everything else as a paper of the office is read.
 * @throws PaperError
 */
export async function decreeBlocks(bytes: Uint8Array, slug: string): Promise<Block[]> {
  if (!isPage(bytes)) return markSections((await readPaper(bytes, slug)).blocks)
  const page = readHtml(decodeHtml(bytes))
  return numberBlocks(markSections(joinRows(htmlLines(contentOf(page)).map(toBlock))))
}

function isPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).toLowerCase()
  return /<!doctype html|<html[\s>]/.test(head)
}

/** Where portals keep the text; the whole page where none of these is there. */
const contentMarks = ['main', 'article', '#content', '#inhalt', '.jnhtml', '.content', '#main-content']

function contentOf(page: XmlElement): XmlElement {
  for (const mark of contentMarks) {
    const [found] = matching(page, mark)
    if (found !== undefined) return found
  }
  return findElements(page, ({ name }) => name === 'body')[0] ?? page
}

function matching(page: XmlElement, mark: string): XmlElement[] {
  if (mark.startsWith('.')) return byClass(page, mark.slice(1))
  if (mark.startsWith('#')) return findElements(page, ({ attributes }) => attributes['id'] === mark.slice(1))
  return findElements(page, ({ name }) => name === mark)
}

function toBlock({ text, role, level, sign, mark }: Line): Block {
  if (role === 'heading') return plainBlock('heading', text, Number(/^h([1-6])/.exec(mark)?.[1] ?? '3'))
  if (role === 'row') return { ...plainBlock('table', text), rows: [text.split(' | ')] }
  if (level > 0 && sign !== null) return { ...plainBlock('item', text.slice(sign.length).trim(), level), number: sign }
  return plainBlock('paragraph', text)
}

/** Rows next to each other are one table. */
function joinRows(blocks: Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'table' && last?.kind === 'table')
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text}\n${block.text}`,
        rows: [...(last.rows ?? []), ...(block.rows ?? [])],
      }
    else joined.push(block)
  }
  return joined
}
