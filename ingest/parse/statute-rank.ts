import type { Rank } from '../../src/law/document.ts'

/**
 * The rank by the first noun of the title that tells it. An *ordnung* can be either: it is an ordinance where the
 * Eingangsformel or the publisher's notes say that a ministry issued it (`verordnet`, `Die V …`), else a statute
 * (Zivilprozessordnung). Treaties rank as the statute that adopts them.
 */
export function statuteRank(abbreviation: string, shortTitle: string | null, title: string, origin: string): Rank {
  if (abbreviation === 'GG') return 'constitution'
  const words = `${title} ${shortTitle ?? ''}`.split(/[\s/]+/)
  for (const word of words) {
    const rank = rankOfWord(word.toLowerCase().replace(/[^a-zäöüß]+$/, ''))
    if (rank === 'ordinance' && eitherRank(word)) return rankOfOrdnung(origin)
    if (rank !== null) return rank
  }
  return /V(?:O|wV)?$/.test(abbreviation) ? 'ordinance' : 'statute'
}

const rankOfEnding: [RegExp, Rank][] = [
  [/verwaltungsvorschrift(?:en)?$|richtlinien?$|geschäftsordnung$/, 'administrative_regulation'],
  [/bekanntmachung$|bek$/, 'notice'],
  [/anordnung$|erla(?:ss|ß)$|organisationserla(?:ss|ß)$|^rderl$|hinweise$|^rundschreiben$/, 'decree'],
  [/verordnung$|satzung$|ordnung$/, 'ordinance'],
  [/gesetz(?:es)?$|gesetzbuch(?:e|es|s)?$|gesetze$|vertrag$|abkommen$|übereinkommen$|protokoll$/, 'statute'],
]

function rankOfWord(word: string): Rank | null {
  return rankOfEnding.find(([ending]) => ending.test(word))?.[1] ?? null
}

/** Only a ministry issues the kinds named here: Wahlordnung, Gebührenordnung, Straßenverkehrs-Ordnung. */
function eitherRank(word: string): boolean {
  if (!/ordnung$/i.test(word) || /verordnung$/i.test(word)) return false
  return !/(?:wahl|prüfungs|gebühren|approbations|betriebs|lotsen|verkehrs|straßen|ausführungs|vollzugs)-?ordnung$/i.test(
    word,
  )
}

function rankOfOrdnung(origin: string): Rank {
  return /verordnet|verordnen|\b[Dd]ie V\b|\bder V\b|\bdieser V\b|\bArt(?:ikels?|\.) \d+ d(?:er|\.) V\b/.test(origin)
    ? 'ordinance'
    : 'statute'
}
