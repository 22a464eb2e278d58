/** Where the Union shows its law to people (EUR-Lex). The only place that names this address. */
const eurlexUrl = 'https://eur-lex.europa.eu/legal-content/DE/TXT/'

/** The German text of an act or decision; of an article its place on the page, where the page has one. */
export function euUrl(celex: string, norm: string | null): string {
  const article = /^Art (\d+[a-z]?)$/.exec(norm ?? '')?.[1]
  return `${eurlexUrl}?uri=CELEX:${celex}${article === undefined ? '' : `#art_${article}`}`
}
