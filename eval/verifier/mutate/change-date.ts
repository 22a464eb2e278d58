import { pick } from '../../seeded-random.ts'
import type { Mutator } from './mutator.ts'
import { replaceOne } from './replace-one.ts'

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const date = new RegExp(`(\\d{1,2})\\. (${months.join('|')})(?: (\\d{4}))?`, 'g')

/** Another day, month or year of a date: `1. Januar 2024` becomes `1. März 2024`. */
export const changeDate: Mutator = (sentence, random) =>
  replaceOne(
    sentence,
    date,
    ([, day = '', month = '', year]) => {
      const part = pick(year === undefined ? ['day', 'month'] : ['day', 'month', 'year'], random)
      const otherDay = part === 'day' ? String((Number(day) % 27) + 1) : day
      const otherMonth = part === 'month' ? pick(['Januar', 'März', 'Juli'].filter(isNot(month)), random) : month
      const otherYear =
        part === 'year' ? ` ${Number(year) + pick([-1, 1, 2], random)}` : year === undefined ? '' : ` ${year}`
      return `${otherDay}. ${otherMonth}${otherYear}`
    },
    random,
  )

function isNot(month: string): (other: string) => boolean {
  return (other) => other !== month
}
