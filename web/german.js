/** Words the reader sees for the closed lists of the contract. */

export const roleNames = {
  rule: 'Regel',
  exception: 'Ausnahme',
  consequence: 'Rechtsfolge',
  procedure: 'Verfahren',
  deadline: 'Frist',
}

export const supportNames = {
  rule: 'Zahlen, Fristen und Verweise geprüft',
  model: 'inhaltlich geprüft durch Modell',
  not_checked: 'inhaltlich nicht geprüft',
}

export const stateNames = {
  given: 'laut Frage gegeben',
  not_given: 'laut Frage nicht gegeben',
  unknown: 'offen, in der Frage nicht gesagt',
}

export const rankNames = {
  constitution: 'Verfassung',
  eu_act: 'EU-Recht',
  statute: 'Gesetz',
  ordinance: 'Verordnung',
  administrative_regulation: 'Verwaltungsvorschrift',
  decree: 'Erlass',
  ruling: 'Gerichtsentscheidung',
  notice: 'Bekanntmachung',
}

export const whyNames = {
  text: 'Wortlaut',
  vector: 'Sinn',
  reference: 'in der Frage genannt',
  asked: 'übliche Fragen',
  cited: 'Verweis einer Fundstelle',
  defined: 'Begriffsbestimmung',
  implements: 'führt eine Fundstelle aus',
  list: 'dieselbe Aufzählung',
  rerank: 'Rangmodell',
}

/** `2025-03-05` → `05.03.2025` */
export function germanDay(day) {
  return day.split('-').toReversed().join('.')
}

/** When a text was in force, and how sure that is. `validTo` is the first day after it. */
export function validityLine({ validFrom, validTo, validBasis }, asOf) {
  if (validBasis === 'assumed')
    return `Ältester vorliegender Text, vom ${germanDay(validFrom)}; Geltung am ${germanDay(asOf)} nicht belegt`
  const basis = validBasis === 'observed' ? ' (Beginn: an diesem Tag erstmals gesehen)' : ''
  if (validTo === null) return `Text seit ${germanDay(validFrom)}${basis}`
  return `Text vom ${germanDay(validFrom)} bis ${germanDay(dayBefore(validTo))}${basis}`
}

function dayBefore(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
