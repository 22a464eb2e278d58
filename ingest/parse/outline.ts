import type { OutlineStep } from '../../src/law/document-text.ts'
import { inlineText } from './render-text.ts'
import { childOf, type XmlElement } from './xml-element.ts'

/** The path of outline headings one is under while reading a law from the start. */
export type Outline = (OutlineStep & { depth: number })[]

/**
 * The path below a heading: it replaces what was at its depth or deeper. The publisher's number of a heading has
 * three digits for each level (`020010`: first of the second). A heading `-` without title ends what was there.
 */
export function enterOutline(outline: Outline, unit: XmlElement): Outline {
  const depth = Math.ceil(textOf(unit, 'gliederungskennzahl').length / 3)
  const above = outline.filter((step) => step.depth < depth)
  const name = textOf(unit, 'gliederungsbez')
  const title = textOf(unit, 'gliederungstitel') || null
  const label = /^[-–]?$/.test(name) ? '' : name
  if (label !== '') return [...above, { label, title, depth }]
  return title === null ? above : [...above, { label: title, title: null, depth }]
}

export function outlineSteps(outline: Outline): OutlineStep[] {
  return outline.map(({ label, title }) => ({ label, title }))
}

function textOf(unit: XmlElement, name: string): string {
  const child = childOf(unit, name)
  return child === null ? '' : inlineText(child)
}
