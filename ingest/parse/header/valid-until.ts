import type { Day } from '../../../src/law/day.ts'
import type { Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'
import { lastDayBefore } from './last-day.ts'
import { statedDay } from './stated-day.ts'

export const writtenDaySource = '(?<day>\\d{1,2}\\. ?(?:\\d{1,2}\\. ?|\\p{L}+ )\\d{4})'
/** How a decree speaks of itself. */
export const selfSource =
  '(?:Diese[rs]?\\s[\\p{L}-]+|Die\\s(?:Verordnung|Verwaltungsvorschrift|Richtlinie|Anordnung)|Der\\s(?:Rund)?[Ee]rlass|Sie|Er|Es|Das\\sRundschreiben)'
const patterns = [
  `(?:^|[.:;]\\s|\\)\\s|\\n)${selfSource}\\s[^.]{0,10}?(?:tritt|gilt)[^.;]{0,120}?(?:\\d\\.[^.;]{0,90}?)?(?:mit\\sAblauf\\sdes|(?<on>am))\\s${writtenDaySource}\\saußer\\sKraft`,
  `in\\sKraft(?:,|;)?\\s(?:und|sie|er)?\\s?(?:tritt\\s)?(?:mit\\sAblauf\\sdes|(?<on>am))\\s${writtenDaySource}\\s(?:wieder\\s)?außer\\sKraft`,
  `(?:^|[.:;]\\s|\\n)(?:${selfSource}|[Ee]r|[Ss]ie)\\s(?:gilt|ist|wird)\\s(?:[^.;]{0,80}?)?(?:befristet\\s|gültig\\s)?(?:längstens\\s|zunächst\\s)?bis\\s(?:zum\\s|einschließlich\\s){0,2}${writtenDaySource}`,
  `in\\sKraft(?:,|;)?\\s(?:und\\s|sie\\s|er\\s){0,2}(?:gilt|ist)\\s(?:befristet\\s|gültig\\s|längstens\\s|zunächst\\s){0,2}bis\\s(?:zum\\s|einschließlich\\s){0,2}${writtenDaySource}`,
  `(?:^|\\n)(?:Gültig(?:keit)?|Gültigkeitsdauer|Geltungsdauer|Befristet|Geltung|Außerkrafttreten)\\s?:?\\s?(?:(?:vom|ab)[^.]{0,6}\\d{1,2}\\.[^\\n]{0,25}?)?(?:bis(?:\\szum)?:?\\s)?${writtenDaySource}`,
].map((source) => new RegExp(source, 'gu'))

/** The last day on which a decree applies by its own words. */
export function validUntil({ text }: HeaderText): Finding<Day> | null {
  const stated = statedDay(text, patterns)
  if (stated === null) return null
  const { day, span, groups } = stated
  if (groups['on'] === undefined) return { value: day, certainty: 'high', ...span }
  return { value: lastDayBefore(day), certainty: 'medium', ...span }
}
