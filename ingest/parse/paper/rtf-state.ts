import type { Block } from './paper.ts'

/** What a group inherits from the one around it and gives back at its end. */
export interface RtfGroup {
  target: 'text' | 'skip' | 'fonts' | 'styles' | 'footnote'
  codePage: string
  /** Font of bullets and dingbats, whose bytes are no letters. */
  symbols: boolean
  /** Bytes that follow a `\u` for readers without Unicode. */
  fallback: number
  bold: boolean
  hidden: boolean
  outline: number | null
  style: number
  inTable: boolean
}

export interface RtfState {
  group: RtfGroup
  groups: RtfGroup[]
  /** True right behind `{`: the next word names what the group is. */
  opening: boolean
  starred: boolean
  toSkip: number
  bytes: number[]
  words: string
  boldLength: number
  cells: string[]
  rows: string[][]
  blocks: Block[]
  footnotes: Block[]
  footnote: string
  ansi: string
  fonts: Map<number, { codePage: string | null; symbols: boolean }>
  font: number
  headings: Map<number, number>
  styleName: string
  hasDeleted: boolean
}

export function newRtfState(): RtfState {
  const group: RtfGroup = {
    target: 'text',
    codePage: 'windows-1252',
    symbols: false,
    fallback: 1,
    bold: false,
    hidden: false,
    outline: null,
    style: 0,
    inTable: false,
  }
  return {
    group,
    groups: [],
    opening: false,
    starred: false,
    toSkip: 0,
    bytes: [],
    words: '',
    boldLength: 0,
    cells: [],
    rows: [],
    blocks: [],
    footnotes: [],
    footnote: '',
    ansi: 'windows-1252',
    fonts: new Map(),
    font: 0,
    headings: new Map(),
    styleName: '',
    hasDeleted: false,
  }
}
