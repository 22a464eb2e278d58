/**
 * The laws an Ausländerbehörde applies itself: residence, asylum, free movement, citizenship, the register, and the
 * administrative procedure they follow. A question put to the office is far more often about these than about any other
 * law in the collection, so a passage of another law must match better to stand before one of theirs.
 */
export const officeLaws: readonly string[] = [
  'gii:aufenthg_2004',
  'gii:aufenthv',
  'gii:beschv_2013',
  'gii:asylvfg_1992',
  'gii:asylblg',
  'gii:asylzbv_2008',
  'gii:freiz_gg_eu_2004',
  'gii:stag',
  'gii:einbtestv',
  'gii:azrg',
  'gii:azrg-dv',
  'gii:intv',
  'gii:deuf_v',
  'gii:ukraineaufenth_v',
  'gii:israelaufenth_v',
  'gii:auslzustv_2024',
  'gii:vwvfg',
  'gii:vwgo',
  'gii:vwzg_2005',
]

const known = new Set(officeLaws)

/** Publishers of what is written to offices: decrees, administrative regulations, their own papers. */
const writtenToOffices = ['office:', 'vwvbund:', 'bmi:', 'vab:', 'recht_nrw:']

/** Whether the office applies this document itself. Invented law, alone in its collection, counts as such. */
export function isOfficeLaw(documentId: string): boolean {
  if (known.has(documentId) || documentId.startsWith('gii:demo_')) return true
  return writtenToOffices.some((publisher) => documentId.startsWith(publisher))
}
