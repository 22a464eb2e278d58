/** As reference questions name a norm: `aufenthg_2004 § 18g`. */
export function normName(documentId: string, norm: string): string {
  return `${documentId.replace(/^\w+:/, '')} ${norm}`
}
