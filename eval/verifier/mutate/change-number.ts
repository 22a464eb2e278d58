import { changeCount, countSource } from './change-count.ts'
import type { Mutator } from './mutator.ts'
import { replaceOne } from './replace-one.ts'

const counted = new RegExp(
  `(?<![\\p{L}\\d.,/(-]|§ |§§ |[Aa]bsatz |Absätze |Absätzen |Abs\\. |Satz |Sätze |Sätzen |Nummer |Nummern |Nr\\. |Artikel |Art\\. |Artikels |Buchstabe |Anlage |Seite |S\\. |und |bis |oder )(${countSource})(?= (?:Prozent|Euro|Cent|Punkte|Personen|Fragen|Mitglieder|Behörden|Unterrichtsstunden|Unterrichtseinheiten|Tagessätze|Quadratmeter|Beisitzer|\\p{Lu}\\p{Ll}{4,}e[nr]?\\b)(?!e?n?(?:jahr|monat)))(?! (?:Jahr|Monat|Woche|Tag|Stunde|Minute|Werktag|Arbeitstag|Kalendertag|Lebensjahr))`,
  'gu',
)

/** Another amount, share or count, in digits or words: `45 Prozent` becomes `46 Prozent`. Periods are a class of their own. */
export const changeNumber: Mutator = (sentence, random) =>
  replaceOne(sentence, counted, ([count]) => changeCount(count, random), random)
