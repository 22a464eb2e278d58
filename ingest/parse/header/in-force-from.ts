import type { Day } from '../../../src/law/day.ts'
import type { Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'
import { statedDay } from './stated-day.ts'
import { selfSource, writtenDaySource } from './valid-until.ts'

const since = '(?:mit\\sWirkung\\s(?:vom|zum|ab)|am|zum|ab)\\s(?:dem\\s)?'
const patterns = [
  `(?:^|[.:;]\\s|\\)\\s|\\n)${selfSource}\\s(?:[^.;\\n]{0,60}?\\s)?tritt\\s${since}${writtenDaySource}\\sin\\sKraft`,
  `(?:^|[.:;]\\s|\\)\\s|\\n)${selfSource}\\s(?:gilt|ist|wird)\\s(?:mit\\sWirkung\\svom|ab)\\s(?:dem\\s)?${writtenDaySource}(?!\\saußer)`,
  `(?:^|\\n)(?:Gültig(?:keit)?|Geltung|Inkrafttreten|In Kraft)\\s?:?\\s(?:ab|vom|seit|am)(?:\\sdem)?:?\\s${writtenDaySource}`,
].map((source) => new RegExp(source, 'gu'))

/** The first day on which a decree applies by its own words, where it names that day: it need not be the day of its signature. */
export function inForceFrom({ text }: HeaderText): Finding<Day> | null {
  const stated = statedDay(text, patterns)
  return stated && { value: stated.day, certainty: 'medium', ...stated.span }
}
