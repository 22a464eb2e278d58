import { lawSlug } from './law-slug.ts'

/** As reference questions name a norm: `aufenthg_2004 § 18g`. */
export function normName(documentId: string, norm: string): string {
  return `${lawSlug(documentId)} ${norm}`
}
