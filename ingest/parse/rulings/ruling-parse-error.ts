import type { XmlFault } from '../read-xml.ts'

/** Thrown when a publisher's file cannot be read as a decision: truncated, malformed, another kind of page, or a trap. */
export class RulingParseError extends Error {
  override readonly name = 'RulingParseError'
  readonly slug: string

  constructor(slug: string, fault: Pick<XmlFault, 'problem' | 'remedy' | 'cause'> & Partial<XmlFault>) {
    const place = fault.line === undefined ? '' : ` (Zeile ${fault.line}, Spalte ${fault.column ?? 0})`
    super(`Entscheidung "${slug}": ${fault.problem}${place}. ${fault.remedy}`, { cause: fault.cause })
    this.slug = slug
  }
}
