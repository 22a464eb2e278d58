/**
 * The laws an Ausländerbehörde applies itself: residence, asylum, free movement, citizenship, the register, and the
 * administrative procedure they follow. A question put to the office is far more often about these than about any other
 * law in the collection, so a passage of another law must match better to stand before one of theirs.
 */
const officeLaws = new Set([
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
])

/** Whether the office applies this document itself. Invented law, alone in its collection, counts as such. */
export function isOfficeLaw(documentId: string): boolean {
  return officeLaws.has(documentId) || documentId.startsWith('gii:demo_')
}
