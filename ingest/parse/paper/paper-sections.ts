import type { OutlineStep } from '../../../src/law/document-text.ts'
import type { Block } from './paper.ts'

/** A numbered or headed section of a paper, without what stands in sections below it. */
export interface PaperSection {
  /** `Nr. 2.1`, `§ 4`, `Anlage 1`, or its heading; null for what stands before the first section. */
  name: string | null
  heading: string | null
  outline: OutlineStep[]
  blocks: Block[]
  /** The heading's own page, for sections that begin with it. */
  page: Pick<Block, 'page' | 'printedPage'> | null
}

interface Open {
  level: number
  /** `2.1`, `II.1`; null where neither it nor what it stands in is numbered. */
  path: string | null
  number: string | null
  step: OutlineStep
}

/**
 * A paper's sections in order. A heading without text of its own is a step of the outline of those below it; one with
 * nothing below either keeps its words as text. The paper's title opens no section.
 */
export function paperSections(blocks: Block[], title: string | null): PaperSection[] {
  const opensAlone = sectionTest(blocks)
  const sections: PaperSection[] = [{ name: null, heading: title, outline: [], blocks: [], page: null }]
  let open: Open[] = []
  let isTitleNext = title !== null
  for (const block of blocks) {
    const current = sections.at(-1)
    if (isTitleNext && block.kind === 'heading' && block.number === null && block.text === title) {
      isTitleNext = false
      continue
    }
    if (block.kind !== 'heading' && !opensAlone(block)) {
      current?.blocks.push(block)
      continue
    }
    open = enter(open, block)
    sections.push(sectionOf(block, open))
  }
  return withoutEmpty(sections)
}

/** Numbered text without a heading opens a section where its number says so: `2.1`, `§ 4`; `1.` where `1.1` exists. */
function sectionTest(blocks: Block[]): (block: Block) => boolean {
  const firsts = new Set<string>()
  for (const { number } of blocks) {
    const first = /^(\d+[a-z]?)\.\d/.exec(number ?? '')?.[1]
    if (first !== undefined) firsts.add(first)
  }
  return ({ kind, number }) => {
    if (number === null || kind === 'footnote' || kind === 'table') return false
    if (/^\d+[a-z]?\.\d/.test(number) || /^(?:§|Art|An[lh])/.test(number)) return true
    return firsts.has(/^(\d+[a-z]?)\.?$/.exec(number)?.[1] ?? '')
  }
}

function enter(open: Open[], block: Block): Open[] {
  const number = block.number === null ? null : bare(block.number)
  const level = block.kind === 'heading' ? block.level : (number?.split('.').length ?? 1) + 1
  const above = isDecimal(number) ? aboveDecimal(open, number, level) : open.filter((one) => one.level < level)
  const parent = above.findLast((one) => one.path !== null)?.path ?? null
  const path = number === null ? null : parent === null || standsAlone(number, parent) ? number : `${parent}.${number}`
  const text = block.kind === 'heading' ? block.text : null
  const step = number === null ? { label: block.text, title: null } : { label: block.number ?? '', title: text }
  return [...above, { level, path, number, step }]
}

/** `2.1` stands under `2`, whatever sizes the headings are printed in; without it under what is not numbered so. */
function aboveDecimal(open: Open[], number: string, level: number): Open[] {
  const parent = open.findLastIndex((one) => one.number !== null && number.startsWith(`${one.number}.`))
  if (parent >= 0) return open.slice(0, parent + 1)
  const sibling = open.findIndex((one) => isDecimal(one.number))
  return (sibling < 0 ? open : open.slice(0, sibling)).filter((one) => one.level < level || one.number !== null)
}

function isDecimal(number: string | null): number is string {
  return number !== null && /^\d+[a-z]?(?:\.\d+[a-z]?)*$/.test(number)
}

/** `2.1` under `2`, and `§ 4` under anything, need no number before them. */
function standsAlone(number: string, parent: string): boolean {
  return number.startsWith(`${parent}.`) || /^\D+\s/.test(number) || number.startsWith('§')
}

/** `2.1.` → `2.1`, `a)` → `a`, `(3)` → `3`, `Anlage 1:` → `Anlage 1`. */
function bare(number: string): string {
  return number.replace(/^\(/, '').replace(/[.):]+$/, '')
}

const nameLongest = 80

function sectionOf(block: Block, open: Open[]): PaperSection {
  const own = open.at(-1)
  const path = own?.path ?? null
  const isHeading = block.kind === 'heading'
  const short =
    block.text.length <= nameLongest ? block.text : `${block.text.slice(0, nameLongest).replace(/\s\S*$/, '')} …`
  return {
    name: path === null ? short : /^(?:§|[A-Z][a-z]+\.? )/.test(path) ? path : `Nr. ${path}`,
    heading: isHeading ? block.text : null,
    outline: open.slice(0, -1).map((one) => one.step),
    blocks: isHeading ? [] : [block],
    page: { page: block.page, printedPage: block.printedPage },
  }
}

function withoutEmpty(sections: PaperSection[]): PaperSection[] {
  return sections.flatMap((section, i) => {
    if (section.blocks.length > 0) return [section]
    const next = sections[i + 1]
    const isStep = next !== undefined && next.outline.length > section.outline.length
    if (section.heading === null || isStep || i === 0) return []
    return [
      {
        ...section,
        blocks: [
          {
            kind: 'paragraph' as const,
            level: 0,
            number: null,
            text: section.heading,
            page: section.page?.page ?? null,
            printedPage: section.page?.printedPage ?? null,
          },
        ],
      },
    ]
  })
}
