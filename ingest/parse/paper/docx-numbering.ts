import { childOf, childrenOf, type XmlElement } from '../xml-element.ts'
import { letters, roman } from './list-number.ts'

/** One level of a Word list: `%1.%2` with its digits' kind. */
interface ListLevel {
  format: string
  text: string
  start: number
}

/** Which list and level a paragraph belongs to, by itself or by its style. */
export interface ListPlace {
  list: string
  level: number
}

export interface DocxNumbering {
  /** Of a paragraph style's id; null where the style is not numbered. */
  placeOf(style: string): ListPlace | null
  /** The next number of a list at a level, as Word would print it; null for bullets and unknown lists. */
  next(place: ListPlace): string | null
}

/** Counts Word's automatic numbers (ECMA-376 part 1, 17.9), which stand nowhere in the text. */
export function docxNumbering(numbering: XmlElement | null, styles: XmlElement | null): DocxNumbering {
  const levels = readLevels(numbering)
  const places = readStyles(styles)
  const counts = new Map<string, number[]>()
  return {
    placeOf: (style) => places.get(style) ?? null,
    next({ list, level }) {
      const found = levels.get(list)
      const own = found?.levels[level]
      if (found === undefined || own === undefined || list === '0') return null
      const count = counts.get(found.shared) ?? []
      counts.set(found.shared, count)
      count[level] = (count[level] ?? own.start - 1) + 1
      count.length = level + 1
      if (own.format === 'bullet' || own.format === 'none') return null
      const label = own.text.replaceAll(/%(\d)/g, (_, digit: string) => {
        const step = Number(digit) - 1
        const above = found.levels[step]
        count[step] ??= above?.start ?? 1
        return print(count[step], above?.format ?? 'decimal')
      })
      return label.trim() || null
    },
  }
}

interface ListLevels {
  /** Lists made from the same definition count on together. */
  shared: string
  levels: ListLevel[]
}

function readLevels(numbering: XmlElement | null): Map<string, ListLevels> {
  const abstract = new Map<string, ListLevel[]>()
  const lists = new Map<string, ListLevels>()
  if (numbering === null) return lists
  for (const one of childrenOf(numbering, 'w:abstractNum'))
    abstract.set(one.attributes['w:abstractNumId'] ?? '', childrenOf(one, 'w:lvl').map(readLevel))
  for (const one of childrenOf(numbering, 'w:num')) {
    const id = one.attributes['w:numId'] ?? ''
    const base = valueOf(one, 'w:abstractNumId') ?? ''
    const levels = [...(abstract.get(base) ?? [])]
    const overrides = childrenOf(one, 'w:lvlOverride')
    for (const override of overrides) {
      const at = Number(override.attributes['w:ilvl'] ?? 0)
      const level = childOf(override, 'w:lvl')
      const start = valueOf(override, 'w:startOverride')
      const own = level === null ? levels[at] : readLevel(level)
      if (own !== undefined) levels[at] = start === null ? own : { ...own, start: Number(start) }
    }
    lists.set(id, { shared: overrides.length > 0 ? `own ${id}` : base, levels })
  }
  return lists
}

function readLevel(level: XmlElement): ListLevel {
  return {
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    start: Number(valueOf(level, 'w:start') ?? 1),
  }
}

/** Styles with a list of their own or by the style they are based on. */
function readStyles(styles: XmlElement | null): Map<string, ListPlace> {
  const places = new Map<string, ListPlace>()
  if (styles === null) return places
  const byId = new Map(childrenOf(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  for (const id of byId.keys()) {
    const place = placeOfStyle(byId, id, 0)
    if (place?.list !== undefined) places.set(id, { list: place.list, level: place.level ?? 0 })
  }
  return places
}

function placeOfStyle(styles: Map<string, XmlElement>, id: string, depth: number): Partial<ListPlace> | null {
  const style = styles.get(id)
  if (style === undefined || depth > 20) return null
  const properties = childOf(style, 'w:pPr')
  const own = properties === null ? {} : listPlace(properties)
  const base = valueOf(style, 'w:basedOn')
  return { ...(base === null ? {} : placeOfStyle(styles, base, depth + 1)), ...own }
}

/** What a paragraph's properties say of list and level; either may be missing. */
export function listPlace(properties: XmlElement): Partial<ListPlace> {
  const numbering = childOf(properties, 'w:numPr')
  if (numbering === null) return {}
  const list = valueOf(numbering, 'w:numId')
  const level = valueOf(numbering, 'w:ilvl')
  return { ...(list === null ? {} : { list }), ...(level === null ? {} : { level: Number(level) }) }
}

function valueOf(parent: XmlElement, name: string): string | null {
  return childOf(parent, name)?.attributes['w:val'] ?? null
}

function print(count: number, format: string): string {
  if (format === 'lowerLetter') return letters(count)
  if (format === 'upperLetter') return letters(count).toUpperCase()
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'upperRoman') return roman(count)
  return format === 'decimalZero' && count < 10 ? `0${count}` : `${count}`
}
