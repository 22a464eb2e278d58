import type { CitedClaim, Failure } from './check.ts'

const quoted =
  /„([^“”"„]{1,600})[“”"]|“([^“”„]{1,600})”|"([^"]{1,600})"|»([^»«]{1,600})«|«([^»«]{1,600})»|„([^“”"„]{1,600})$/g

/**
 * Words a model puts in quotation marks are verbatim in a cited passage; only white space and a final stop may differ. A mark that
 * is never closed quotes to the end. */
export function checkQuotes({ text, passages }: CitedClaim): Failure | null {
  const sources = passages.flatMap((passage) => [plain(passage.text), plain(passage.heading ?? '')])
  for (const found of text.matchAll(quoted)) {
    const quote = plain(found.slice(1).find((group) => group !== undefined) ?? '').replace(/[.,;:]$/, '')
    if (quote === '' || sources.some((source) => source.includes(quote))) continue
    return { reason: 'quote_not_found', detail: `Die Worte „${quote}“ stehen nicht in der zitierten Stelle.` }
  }
  return null
}

/** Quotation marks inside a quote are written in many ways; they say nothing. */
function plain(text: string): string {
  return text
    .replace(/[„“”"»«‚‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
