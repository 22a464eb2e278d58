import type { Citation } from '../law/answer.ts'
import { germanDay, type Day } from '../law/day.ts'
import { validityLine } from '../law/validity-line.ts'
import type { VermerkCitation, VermerkLink } from './vermerk.ts'

/** One place with what is needed to read it again and to check the quote without us. */
export function layOutCitation(citation: Citation, asOf: Day, origin: string | null): VermerkCitation {
  const { number, label, quote, start, end, sha256 } = citation
  return {
    number,
    label,
    quote,
    validity: validityLine(citation, asOf),
    flags: (citation.flags ?? []).map(({ message }) => message),
    proof: `SHA-256 des Normtextes: ${sha256}; das Zitat steht darin an den Zeichen ${start} bis ${end} (UTF-16)`,
    official: officialLink(citation),
    stored: storedText(citation, asOf, origin),
  }
}

/** Only addresses of the web are official, whatever a source says. */
function officialLink({ url, urlShows }: Citation): VermerkLink | null {
  if (!/^https?:\/\//i.test(url)) return null
  const name = urlShows === 'current_version' ? 'Amtliche Seite (Link zeigt die heutige Fassung)' : 'Amtliche Seite'
  return { name, target: url }
}

function storedText({ document, norm, normKey }: Citation, asOf: Day, origin: string | null): VermerkLink {
  const name = `Gespeicherter Text, wie er am ${germanDay(asOf)} galt`
  if (origin === null)
    return { name, target: `fundstelle norm "${norm ?? normKey} ${document.abbreviation}" --as-of ${asOf}` }
  const path = `/v1/documents/${encodeURIComponent(document.id)}/norms/${encodeURIComponent(normKey)}?asOf=${asOf}`
  return { name, target: `${origin}${path}` }
}
