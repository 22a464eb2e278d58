/** What decrees and regulations call themselves, as a source of a pattern; compounds included (`Zuständigkeitsanordnung`). */
export const instrumentSource =
  '(?:\\p{L}*(?:[Ee]rlass(?:es|e)?|[Ee]rlaß|[Rr]underlass(?:es)?|[Rr]undschreibens?|[Vv]erordnung(?:en)?|[Vv]erwaltungsvorschrift(?:en)?|[Rr]ichtlinien?|[Aa]nordnung(?:en)?|[Bb]ekanntmachung(?:en)?|[Dd]ienstanweisung|[Dd]ienstvorschrift|[Vv]erfügung|[Ww]eisung(?:en)?|[Aa]nwendungshinweise?|[Vv]erfahrenshinweise?|[Bb]estimmungen|[Ss]atzung|[Vv]orschrift(?:en)?|[Gg]rundsätze|[Vv]ereinbarung|[Gg]esetz(?:es)?)|RdErl\\.?|Erl\\.|VwV|AVwV|AllgVwV|RL|FRL|Bek\\.|Schreibens?|Hinweise)'

/** The word at the head of a title that says what it is, in the nominative and with a capital. */
export function kindNameIn(title: string): string | null {
  const found = new RegExp(
    `^(?:(?:Gemeinsame[rs]?|Allgemeine|Erste|Zweite|\\p{L}+te) ){0,2}(?<kind>${instrumentSource})(?!\\p{L}|-)`,
    'u',
  ).exec(title)
  const word = found?.groups?.['kind']
  return word !== undefined && /^\p{Lu}/u.test(word) ? word : null
}
