/** Where documents come from; the first half of a document's id. `office`: the office's own papers. */
export const publishers = [
  'gii',
  'rii',
  'bverwg',
  'nrwe',
  'bayern',
  'neuris',
  'eurlex',
  'vwvbund',
  'recht_nrw',
  'revosax',
  'bmi',
  'vab',
  'office',
] as const
export type Publisher = (typeof publishers)[number]
