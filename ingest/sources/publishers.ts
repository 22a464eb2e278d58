/** Where documents come from; the first half of a document's id. `office`: the office's own papers. */
export const publishers = ['gii', 'office'] as const
export type Publisher = (typeof publishers)[number]
