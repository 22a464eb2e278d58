import { readLawShape } from '../../../src/law/references/law-shape.ts'
import type { Norm, OutlineStep } from '../../../src/law/document-text.ts'

const leads = /(?:zum|zur|zu dem|zu der|nach dem|nach der|zum Vollzug des|zur Ausführung des|zur Durchführung des)\s+/gu

/** The law a decree carries out by its title: `Allgemeine Verwaltungsvorschrift zum Aufenthaltsgesetz` → `Aufenthaltsgesetz`. */
export function implementedLaw(title: string): string | null {
  for (const { index, 0: lead } of title.matchAll(leads)) {
    const law = readLawShape(title, index + lead.length)
    if (law !== null) return title.slice(law.start, law.end)
  }
  return null
}

const zu = /^(Zu (?:§|Art(?:ikel|\.)?)\s?\d{1,3}[a-z]?)(?!\p{L}|\d)\s*(?:[–:-]\s*)?(.*)$/su

/**
 * The section with the law named in what says which § it is about: `Zu § 5 Aufenthaltsgesetz`. From these words it is
 * found with the § (find-implemented-norms.ts); what the decree prints stays in its text.
 */
export function namingLaw(norm: Norm, law: string | null): Norm {
  if (law === null) return norm
  const outline = [...berlinStep(norm, law), ...norm.outline.map((step) => nameInStep(step, law))]
  const [, own, rest = ''] = zu.exec(norm.norm ?? '') ?? []
  if (own !== undefined) {
    const title = zu.exec(norm.heading ?? '')?.[2] ?? rest
    return { ...norm, norm: own, heading: [`${own} ${law}`, title].filter(Boolean).join(' – '), outline }
  }
  return { ...norm, heading: norm.heading ?? headingAbove(outline), outline }
}

/** A section without heading is found and shown under the § it is about. */
function headingAbove(outline: OutlineStep[]): string | null {
  const step = outline.findLast(({ label }) => label.startsWith('Zu '))
  return step === undefined ? null : [step.label, step.title].filter(Boolean).join(' – ')
}

/** The number of a Berlin section says the §: `A 5.1.1`. */
function berlinStep({ norm }: Norm, law: string): OutlineStep[] {
  const number = /^[A-H] (\d{1,3}[a-z]?)/.exec(norm ?? '')?.[1]
  return number === undefined ? [] : [{ label: `Zu § ${number} ${law}`, title: null }]
}

function nameInStep(step: OutlineStep, law: string): OutlineStep {
  const [, label, rest = ''] = zu.exec(step.label) ?? []
  return label === undefined ? step : { label: `${label} ${law}`, title: rest || step.title }
}
