import { neurisBaseUrl } from './ldml.ts'

/** The portal's page: of a law by the ELI of the work, of all else by its document number. */
export function neurisUrl(slug: string): string {
  if (slug.includes('~')) return `${neurisBaseUrl}/norms/eli/${slug.replaceAll('~', '/')}`
  return slug.startsWith('KSNR')
    ? `${neurisBaseUrl}/administrative-directives/${slug}`
    : `${neurisBaseUrl}/case-law/${slug}`
}

/** `eli/bund/bgbl-1/2000/s1016` → `bund~bgbl-1~2000~s1016`: keys of documents have no `/`. */
export function slugOfEli(eli: string): string | null {
  return /(?:^|\/)eli\/((?:[\w-]+\/){3}[\w-]+)/.exec(eli)?.[1]?.replaceAll('/', '~') ?? null
}

/** The portal's key of a saved file, from what it says of itself at its beginning. */
export function slugOfLdml(head: string): string | null {
  if (!/<(?:\w+:)?akomaNtoso/.test(head)) return null
  const number = /name\s*=\s*"Dokumentnummer"\s+value\s*=\s*"([\w-]+)"/.exec(head)?.[1]
  const act = /<(?:\w+:)?act[\s>]/.test(head)
  return act ? slugOfEli(/FRBRuri[^>]*value\s*=\s*"([^"]+)"/.exec(head)?.[1] ?? '') : (number ?? null)
}
