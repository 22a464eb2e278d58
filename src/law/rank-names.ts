import type { Rank } from './document.ts'

/** What a document is in the hierarchy of norms, in German. */
export const rankNames: Record<Rank, string> = {
  constitution: 'Verfassung',
  eu_act: 'EU-Recht',
  statute: 'Gesetz',
  ordinance: 'Verordnung',
  administrative_regulation: 'Verwaltungsvorschrift',
  decree: 'Erlass',
  ruling: 'Gerichtsentscheidung',
  notice: 'Bekanntmachung',
}
