import { expect, it } from 'vitest'
import { polarityOf } from './denial.ts'

it.each([
  ['Es werden keine Auskünfte erteilt.', 'Eine Auskunft unterbleibt.', 'denies', 'denies'],
  ['Auf die Marke kann verzichtet werden.', 'Von der Marke kann abgesehen werden.', 'affirms', 'affirms'],
  ['Auf die Marke kann nicht verzichtet werden.', 'Von der Marke kann abgesehen werden.', 'denies', 'affirms'],
  ['Der Verzicht ist zu erklären.', 'Die Unwirksamkeit ist festzustellen.', 'affirms', 'affirms'],
  ['Die Frist darf nicht überschritten werden.', 'Länger darf sie nicht gelten.', 'denies', 'denies'],
  ['Die Marke darf drei Tage nicht überschreiten.', 'Länger darf sie nicht gelten.', 'unclear', 'denies'],
  ['Nur der Wirt bekommt die Marke.', 'Lediglich der Wirt erhält die Marke.', 'affirms', 'affirms'],
  ['Der Aufenthalt schadet nicht.', 'Das Recht besteht fort.', 'unclear', 'affirms'],
])('says what of two sentences is denied, and where words cannot tell: %s | %s', (one, other, mine, theirs) => {
  expect([polarityOf(one, other), polarityOf(other, one)]).toEqual([mine, theirs])
})
