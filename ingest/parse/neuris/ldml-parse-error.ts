import type { XmlFault } from '../read-xml.ts'

/** Thrown when a file of the federal legal information portal cannot be read: truncated, malformed, of another kind, or a trap. */
export class LdmlParseError extends Error {
  override readonly name = 'LdmlParseError'
  readonly slug: string

  constructor(
    slug: string,
    { problem, remedy, line, column, cause }: Pick<XmlFault, 'problem' | 'remedy'> & Partial<XmlFault>,
  ) {
    const place = line === undefined ? '' : ` (Zeile ${line}, Spalte ${column ?? 0})`
    super(`Dokument "${slug}": ${problem}${place}. ${remedy}`, { cause })
    this.slug = slug
  }
}
