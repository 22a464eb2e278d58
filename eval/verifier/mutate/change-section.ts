import { pick } from '../../seeded-random.ts'
import type { Mutator } from './mutator.ts'
import { replaceOne } from './replace-one.ts'

const section =
  /(§ |[Aa]bsatz |Absatzes |Abs\. |Satz |Satzes |Nummer |Nr\. |Artikel |Art\. |Buchstabe )(\d+|[a-h](?![\p{L}\d]))/gu

/** Another §, Absatz, Satz, Nummer or Buchstabe in a reference: `§ 5 Absatz 2` becomes `§ 5 Absatz 4`. */
export const changeSection: Mutator = (sentence, random) =>
  replaceOne(sentence, section, ([, sign = '', number = '']) => sign + other(number, random), random)

function other(number: string, random: () => number): string {
  if (/\d/.test(number)) return String(Number(number) + pick([1, 2, 3, 5], random))
  return String.fromCodePoint((number.codePointAt(0) ?? 0) + pick([1, 2], random))
}
