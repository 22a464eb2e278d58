/** Where the publisher of federal law (Gesetze im Internet) shows it. The only place that names this address. */
export const giiBaseUrl = 'https://www.gesetze-im-internet.de'

/** True for a law of the bundled demonstration collection: the publisher has no page of it. */
export function isInvented(slug: string): boolean {
  return slug.startsWith('demo_')
}

/** The page of the whole law; of an invented one the address under which our own service shows it. */
export function lawUrl(slug: string, baseUrl: string = giiBaseUrl): string {
  return isInvented(slug) ? `/v1/documents/gii:${slug}` : `${baseUrl}/${slug}/`
}

/**
 * The page of one norm: `§ 18g` → `__18g.html`, `Art 16a` → `art_16a.html`, `Anlage D1` → `anlage_d1.html`. The
 * publisher writes names in small letters and everything but letters a–z, digits and hyphens as `_`. Names for which
 * this is not certain (ranges, `§ 1.01`, unnamed parts) get the page of the whole law, which always exists. A norm of
 * an invented law gets the address of its text in our own service.
 */
export function normUrl(slug: string, norm: string | null, baseUrl: string = giiBaseUrl): string {
  const law = lawUrl(slug, baseUrl)
  if (isInvented(slug)) return norm === null ? law : `${law}/norms/${encodeURIComponent(norm)}`
  return norm !== null && ownPage.test(norm) ? `${law}${norm.toLowerCase().replace(/[^a-z0-9-]/g, '_')}.html` : law
}

const ownPage =
  /^(?:§ \d+[a-z]*|Art \d+[a-z]*|(?:Anlage|Anhang)(?: [A-Z]?[0-9]{0,3}[a-z]?| [IVX]+)?|Eingangsformel|Präambel)$/
