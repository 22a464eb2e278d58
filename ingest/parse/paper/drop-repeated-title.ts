import type { Block } from './paper.ts'

/** Headings without the paper's title where it stands before each of them, as some publishers' exports have it. */
export function dropRepeatedTitle(blocks: Block[]): Block[] {
  const title = blocks.find((block) => block.kind === 'heading')?.text ?? ''
  const carries = (block: Block) => block.kind === 'heading' && block.text.startsWith(`${title} `)
  if (title === '' || blocks.filter(carries).length < 2) return blocks
  return blocks.map((block) => (carries(block) ? { ...block, text: block.text.slice(title.length + 1) } : block))
}
