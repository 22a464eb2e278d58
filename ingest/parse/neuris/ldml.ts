import { isDay, type Day } from '../../../src/law/day.ts'
import { decodeXml } from '../decode-xml.ts'
import { readXml, type XmlFault } from '../read-xml.ts'
import { findElements, lineOf } from '../rulings/find-element.ts'
import type { XmlElement } from '../xml-element.ts'
import { LdmlParseError } from './ldml-parse-error.ts'

/** Where the federal legal information portal shows its documents. The only place that names this address. */
export const neurisBaseUrl = 'https://testphase.rechtsinformationen.bund.de'

/** What a file of the portal holds: a decision, a law, or an administrative directive. */
export type LdmlKind = 'judgment' | 'act' | 'doc'

/**
 * The document element of a LegalDocML.de file (`akomaNtoso` / `judgment`, `act`, `doc`).
 * @throws LdmlParseError for whatever is no such file.
 */
export function readLdml(bytes: Uint8Array, slug: string): XmlElement & { name: LdmlKind } {
  const fail = (fault: Pick<XmlFault, 'problem' | 'remedy'> & Partial<XmlFault>): never => {
    throw new LdmlParseError(slug, fault)
  }
  const root = readXml(decodeXml(bytes, slug), fail)
  const [document] = findElements(root, ({ name }) => name === 'judgment' || name === 'act' || name === 'doc')
  if (root.name === 'akomaNtoso' && document !== undefined && isKind(document)) return document
  return fail({
    problem: `das ist kein Dokument des Rechtsinformationsportals, sondern <${root.name}>`,
    remedy: 'Vermutlich eine Fehlerseite: Prüfen Sie die Adresse und rufen Sie die Datei neu ab.',
  })
}

function isKind(element: XmlElement): element is XmlElement & { name: LdmlKind } {
  return ['judgment', 'act', 'doc'].includes(element.name)
}

/** An attribute with or without a prefix (`ris:domainTerm`). */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  const found = Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))
  return found?.[1] ?? null
}

/** All elements of a name, at any depth. */
export function all(root: XmlElement, name: string): XmlElement[] {
  return findElements(root, (element) => element.name === name)
}

/** The words of the first element of a name; null where there is none, or no words. */
export function wordsOf(root: XmlElement, name: string): string | null {
  const [first] = all(root, name)
  return (first && lineOf(first)) || null
}

export function dayOf(text: string | null | undefined): Day | null {
  return text && isDay(text) ? text : null
}
