import { matchAt } from '../../text/match-at.ts'

/** The sign that opens a reference and the norm after it, named as the publisher names norms. */
export interface SignedNorm {
  norm: string
  /** How further norms of the same list are named: `§`, `Art`, `Anlage`, `Anhang`, `Erwägungsgrund`. */
  prefix: NormPrefix
  /** `§§`, `Artikel`, `Anlagen`: a bare number after a comma is a further norm. */
  plural: boolean
  end: number
}

export type NormPrefix = '§' | 'Art' | 'Anlage' | 'Anhang' | 'Erwägungsgrund'

const section = /(§\s?§|§|Paragra(?:f|ph)(?:en|s)?|Par\.)\s{0,3}/iuy
const article = /Art(?:ikel[ns]?|\.)?\s{0,3}/iuy
const recital = /(?:Erwägungsgr(?:und|unde?s|ünden?)|ErwGr?\.?)\s{0,3}/iuy
const annex = /(Anlagen?|Anhang|Anhänge)\s{1,3}/iuy

const numberWithLetter =
  /(\d{1,4})(?:([a-z])(?![\p{L}\d])|\s([a-eg-zA-EG-Z])(?=[ ,;)?!]|$)(?! ?\d)|(?!\p{L}|\d)|(?=ff?\.))/uy
const upperLetter = /(\d{1,4})([A-Z])(?![\p{L}\d])/uy
const followedAtOnce = /(\d{1,4})(?=ff)/uy
const annexNumber = /([A-Z]?\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])(?![\p{L}\d])/uy

/** Reads `§ 25b`, `Artikel 16a`, `Anlage D1` at `at`; null where none begins there. */
export function readSignedNorm(text: string, at: number): SignedNorm | null {
  const sign = matchAt(section, text, at)
  if (sign) return signed(text, '§', isPlural(sign[1] ?? ''), at + sign[0].length)
  const art = matchAt(article, text, at)
  if (art) return signed(text, 'Art', true, at + art[0].length)
  const reason = matchAt(recital, text, at)
  if (reason) return signed(text, 'Erwägungsgrund', true, at + reason[0].length)
  const attached = matchAt(annex, text, at)
  if (!attached) return null
  const word = (attached[1] ?? '').toLowerCase()
  return signed(text, word.startsWith('anl') ? 'Anlage' : 'Anhang', true, at + attached[0].length)
}

/** Reads a further norm without a sign (`19c` in `§§ 18a, 18b und 19c`). */
export function readBareNorm(text: string, at: number, prefix: NormPrefix): { norm: string; end: number } | null {
  const isAnnex = prefix === 'Anlage' || prefix === 'Anhang'
  const number = isAnnex ? matchAt(annexNumber, text, at) : readNumber(text, at)
  if (!number) return null
  return { norm: `${prefix} ${nameOf(number)}`, end: at + number[0].length }
}

function signed(text: string, prefix: NormPrefix, plural: boolean, at: number): SignedNorm | null {
  const bare = readBareNorm(text, at, prefix)
  if (!bare) return null
  const inner = prefix === 'Art' ? innerSection(text, bare.end) : null
  return { norm: bare.norm + (inner?.name ?? ''), prefix, plural, end: inner?.end ?? bare.end }
}

/** `Artikel 246a § 1 EGBGB`: an article that has paragraphs of its own. */
function innerSection(text: string, at: number): { name: string; end: number } | null {
  const sign = matchAt(/\s{1,3}§\s{0,3}/uy, text, at)
  const number = sign && readNumber(text, at + sign[0].length)
  if (!sign || !number) return null
  return { name: ` § ${nameOf(number)}`, end: at + sign[0].length + number[0].length }
}

function readNumber(text: string, at: number): RegExpExecArray | null {
  return matchAt(followedAtOnce, text, at) ?? matchAt(upperLetter, text, at) ?? matchAt(numberWithLetter, text, at)
}

function nameOf(number: RegExpExecArray): string {
  const [, first = '', letter, spaced] = number
  return first + (letter ?? spaced ?? '').toLowerCase()
}

function isPlural(sign: string): boolean {
  return /^§\s?§$/.test(sign) || /en$/i.test(sign)
}
