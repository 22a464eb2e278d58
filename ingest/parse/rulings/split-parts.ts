import type { Block } from './read-blocks.ts'
import type { RulingPart } from './write-part.ts'

const partNames = [
  'Leitsatz',
  'Leitsätze',
  'Tenor',
  'Tatbestand',
  'Entscheidungsgründe',
  'Gründe',
  'Sachverhalt',
  'Abweichende Meinung',
]
const names = new Map(partNames.map((name) => [squeezed(name), name === 'Leitsätze' ? 'Leitsatz' : name]))

/**
 * The lines of a decision in its parts, where only headings tell them (`Tatbestand`, `G r ü n d e :`). The heading goes;
 * a Randnummer it carries goes with it. What stands before the first belongs to `first`.
 */
export function splitParts(blocks: Block[], first: string): RulingPart[] {
  const parts: RulingPart[] = [{ name: first, blocks: [] }]
  for (const block of blocks) {
    const name = block.table ? undefined : names.get(squeezed(block.text))
    if (name === undefined) parts.at(-1)?.blocks.push(block)
    else parts.push({ name, blocks: [] })
  }
  return parts.filter((part) => part.blocks.length > 0)
}

/** Small letters alone: courts space headings out. */
function squeezed(text: string): string {
  return text.length > 40 ? '' : text.toLowerCase().replaceAll(/[^a-zäöüß]/g, '')
}
