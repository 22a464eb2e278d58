import { plainBlock, type Block } from '../paper/paper.ts'

/** `Zu § 5 – Allgemeine Erteilungsvoraussetzungen`, perhaps behind the number of the section. */
const toNorm =
  /^(?:\d{1,3}[a-z]?\.?\s+)?(Zu (?:§|Art(?:ikel|\.)?)\s?\d{1,3}[a-z]?(?!\p{L}|\d|\s(?:Abs|S\.|Satz|Nr)).{0,200})$/u

/** Berlin's numbers: `A 5.1.1`, `A.5.1.1.`, `VAB A 5`: a letter for the law, then the number of its §. */
const berlin = /^(?:VAB\s)?([A-H])[.\s]\s?(\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?)*)\.?(?:\s+(.*))?$/su

/**
 * Blocks whose words open a section of a decree, as headings: `Zu § 5 …`, and the numbers of Berlin's instructions, whose
 * text stays where it is.
 */
export function markSections(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'footnote' ? [block] : mark(block)))
}

function mark(block: Block): Block[] {
  const whole = block.number === null ? block.text : `${block.number} ${block.text}`
  const zu = toNorm.exec(whole)?.[1]
  if (zu !== undefined && !/[.;:]$/.test(zu))
    return [{ ...block, ...plainBlock('heading', zu, 2), page: block.page, printedPage: block.printedPage }]
  const [, letter, number = '', rest = ''] = berlin.exec(whole) ?? []
  if (letter === undefined) return [block]
  const isTitle = rest.length <= 110 && !/[.;,]$/.test(rest)
  const level = number.split('.').length + 1
  const heading: Block = { ...block, kind: 'heading', level, number: `${letter} ${number}`, text: isTitle ? rest : '' }
  return isTitle ? [heading] : [heading, { ...block, kind: 'paragraph', level: 0, number: null, text: rest }]
}
