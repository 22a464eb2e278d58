import type { XmlFault } from '../read-xml.ts'

/** Thrown when a file cannot be read as an act or a decision of the Union: damaged, another language, another act. */
export class EuParseError extends Error {
  override readonly name = 'EuParseError'
  /** The CELEX number asked for. */
  readonly celex: string

  constructor(celex: string, fault: Pick<XmlFault, 'problem' | 'remedy' | 'cause'> & Partial<XmlFault>) {
    const place = fault.line === undefined ? '' : ` (Zeile ${fault.line}, Spalte ${fault.column ?? 0})`
    super(`EU-Dokument "${celex}": ${fault.problem}${place}. ${fault.remedy}`, { cause: fault.cause })
    this.celex = celex
  }
}
