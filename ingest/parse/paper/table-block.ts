import { plainBlock, type Block } from './paper.ts'

/** A table as a block: rows as lines, cells separated by ` | `, as in the canonical text of laws. Null where it is empty. */
export function tableBlock(rows: string[][]): Block | null {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  if (filled.length === 0) return null
  const text = filled.map(rowText).join('\n')
  return { ...plainBlock('table', text), rows: filled }
}

/** Empty cells keep their place but for those at the end. */
function rowText(cells: string[]): string {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, last + 1).join(' | ')
}
