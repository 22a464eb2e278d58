import { isDay, type Day } from '../day.ts'

/** A CELEX number, the key of EUR-Lex: `32009R0810`, `62023CJ0538`, `02009R0810-20200202`. */
export interface Celex {
  /** The act itself; a consolidated text is a version of it: `32009R0810`. */
  base: string
  /** `3` legislation, `6` case law, `1` treaties, `2` agreements. */
  sector: string
  year: number
  /** `R`, `L`, `D`, `CJ`, `CO` … */
  type: string
  /** Without leading zeros: `810`. */
  number: number
  /** Day from which a consolidated text holds; null for the act as published. */
  consolidatedOn: Day | null
}

const pattern = /^(\d)(\d{4})([A-Z]{1,2})(\d{4})(\(\d{2}\))?(?:-(\d{4})(\d{2})(\d{2}))?$/

/** Null for anything else. A consolidated text has sector 0 and stands for an act of sector 3. */
export function parseCelex(text: string): Celex | null {
  const [, sector = '', year = '', type = '', number = '', part = '', ...date] = pattern.exec(text) ?? []
  if (sector === '') return null
  const day = date[0] === undefined ? null : date.join('-')
  if (day !== null && !isDay(day)) return null
  const kept = sector === '0' ? '3' : sector
  return {
    base: `${kept}${year}${type}${number}${part}`,
    sector: kept,
    year: Number(year),
    type,
    number: Number(number),
    consolidatedOn: day,
  }
}
