import type { Hit } from '../law/hit.ts'

/** Where the text is found: the official page, or for law that has none (invented) the command that shows this version. */
export function linkLine(place: Pick<Hit, 'url' | 'urlShows' | 'norm' | 'document' | 'validFrom'>): string {
  const { url, urlShows, norm, document, validFrom } = place
  if (url.startsWith('/') && norm !== null)
    return `Dieser Text: fundstelle norm "${norm} ${document.abbreviation}" --as-of ${validFrom}`
  return urlShows === 'current_version' ? `${url} (heutige Fassung)` : url
}
