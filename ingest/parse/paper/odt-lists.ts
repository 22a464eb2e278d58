import { childOf, childrenOf, type XmlElement } from '../xml-element.ts'
import { listNumber } from './list-number.ts'

interface ListLevel {
  /** As in `style:num-format`; null for bullets. */
  format: string | null
  prefix: string
  suffix: string
  /** How many levels are printed: 2 for `2.1`. */
  shown: number
  start: number
}

/** Counts the automatic numbers of lists and headings (OpenDocument 1.3 part 3, 16.30 and 19.880). */
export interface OdtLists {
  /** A list that does not go on from the one before. */
  restart(style: string | null): void
  /** The next number at a level (from 1) as it would be printed; `–` for bullets. */
  next(style: string | null, level: number): string
  /** Null where headings are not numbered. */
  headingNumber(level: number): string | null
}

/** `parts`: roots of styles.xml and content.xml, whose list styles count. */
export function readOdtLists(parts: (XmlElement | null)[]): OdtLists {
  const styles = new Map<string, Map<number, ListLevel>>()
  const groups = parts.flatMap((root) =>
    root === null ? [] : [childOf(root, 'office:styles'), childOf(root, 'office:automatic-styles')],
  )
  for (const group of groups) {
    if (group === null) continue
    for (const style of childrenOf(group, 'text:list-style'))
      styles.set(style.attributes['style:name'] ?? '', readLevels(style))
    const outline = childOf(group, 'text:outline-style')
    if (outline !== null) styles.set(headings, readLevels(outline))
  }
  const counts = new Map<string, number[]>()
  const count = (style: string, level: number): string | null => {
    const levels = styles.get(style)
    const own = levels?.get(level)
    const numbers = counts.get(style) ?? []
    counts.set(style, numbers)
    numbers[level - 1] = (numbers[level - 1] ?? (own?.start ?? 1) - 1) + 1
    numbers.length = level
    return own === undefined || own.format === null ? null : printed(numbers, levels, level, own)
  }
  return {
    restart: (style) => void counts.delete(style ?? ''),
    next: (style, level) => count(style ?? '', level) ?? '–',
    headingNumber: (level) => (styles.has(headings) ? count(headings, level) : null),
  }
}

const headings = ' headings'

function readLevels(style: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>()
  for (const child of style.children) {
    if (typeof child === 'string' || !/^text:(?:list|outline)-level-style/.test(child.name)) continue
    const { attributes } = child
    levels.set(Number(attributes['text:level'] ?? 1), {
      format: child.name.endsWith('-bullet') ? null : attributes['style:num-format'] || null,
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      shown: Number(attributes['text:display-levels'] ?? 1),
      start: Number(attributes['text:start-value'] ?? 1),
    })
  }
  return levels
}

function printed(numbers: number[], levels: Map<number, ListLevel> | undefined, level: number, own: ListLevel): string {
  const steps: string[] = []
  for (let at = level - own.shown + 1; at <= level; at += 1) {
    const format = levels?.get(at)?.format
    if (at >= 1 && format) steps.push(listNumber(numbers[at - 1] ?? 1, format).replace(/[.)]$/, ''))
  }
  return `${own.prefix}${steps.join('.')}${own.suffix}`.trim()
}
