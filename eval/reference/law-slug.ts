/** The publisher's key of a law, as reference sets name it: `gii:aufenthg_2004` → `aufenthg_2004`. */
export function lawSlug(documentId: string): string {
  return documentId.replace(/^\w+:/, '')
}
