import type { Norm } from '../../src/law/document-text.ts'
import type { Reference } from '../../src/law/reference.ts'
import { findReferences } from '../../src/law/references/find-references.ts'

/**
 * The norms a section of a decree carries out, by the headings it stands under (`Zu § 5 Aufenthaltsgesetz`). They stand
 * in no words of the passage: `start` and `end` are 0.
 */
export function implementedNorms({ kind, heading, outline }: Norm): Reference[] {
  if (kind !== 'part') return []
  const headings = [heading ?? '', ...outline.map(({ label }) => label)].filter((text) => text.startsWith('Zu '))
  const found = headings
    .flatMap((text) => findReferences(text))
    .filter(({ norm, law }) => norm !== null && law !== null)
  const once = new Map(found.map((reference) => [`${reference.norm} ${reference.law}`, reference]))
  return [...once.values()].map((reference) => ({ ...reference, start: 0, end: 0, implements: true }))
}
