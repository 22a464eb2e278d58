import type { Quantity } from '../../text/quantities.ts'

/** Units that the law counts by the same calendar (§ 188 BGB) or that are fixed parts of each other; months and days are not. */
const larger: Record<string, [unit: string, count: number]> = {
  lebensjahr: ['monat', 12],
  jahr: ['monat', 12],
  kalenderjahr: ['monat', 12],
  quartal: ['monat', 3],
  vierteljahr: ['monat', 3],
  halbjahr: ['monat', 6],
  kalendermonat: ['monat', 1],
  lebensmonat: ['monat', 1],
  woche: ['tag', 7],
  kalenderwoche: ['tag', 7],
  kalendertag: ['tag', 1],
  stunde: ['minute', 60],
  zeitstunde: ['minute', 60],
  euro: ['cent', 100],
  kilometer: ['meter', 1000],
}
/** `Unterrichtsstunden` may be called hours; a working day is not a day, nor a Doppelwoche a week. */
const called = /^(?!doppel)\p{L}+?(?<unit>jahr|monat|woche|stunde|minute)$/u

/** True where a source counts by the unit of a claim, or by one that is a fixed part or multiple of it. */
export function isSameUnit(source: Quantity, claim: Quantity): boolean {
  if (!claim.isMeasure || source.unit === null || claim.unit === null) return false
  return baseOf(source.unit).unit === baseOf(claim.unit).unit || calledBy(source.unit) === claim.unit
}

/** True where both measure the same: `24 Monate` and `zwei Jahre`, `14 Tage` and `zwei Wochen`, never `30 Tage` and a month. */
export function isSameMeasure(source: Quantity, claim: Quantity): boolean {
  if (!isSameUnit(source, claim)) return false
  const isCalledSo = source.unit === claim.unit || calledBy(source.unit ?? '') === claim.unit
  return (isCalledSo && source.value === claim.value) || amountOf(source) === amountOf(claim)
}

function amountOf({ value, unit }: Quantity): number {
  return Number(value) * baseOf(unit ?? '').count
}

function baseOf(unit: string): { unit: string; count: number } {
  const [base, count] = larger[unit] ?? [unit, 1]
  return { unit: base, count }
}

function calledBy(unit: string): string | undefined {
  return called.exec(unit)?.groups?.['unit']
}
