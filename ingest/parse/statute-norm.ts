import type { Attachment, Norm, OutlineStep, Unit } from '../../src/law/document-text.ts'
import { absatzUnits } from './absatz-units.ts'
import { normSentences } from './norm-sentences.ts'
import { inlineText, renderText } from './render-text.ts'
import type { TextBuild } from './text-build.ts'
import { writtenText } from './text-writer.ts'
import { childOf, type XmlElement } from './xml-element.ts'

/** How a norm is named; `heading` is its own title. */
export interface NormName {
  norm: string | null
  heading: string | null
}

/** A norm without its key, which depends on its neighbours. */
export type UnkeyedNorm = Omit<Norm, 'key'>

/** The norm with its canonical text, from the publisher's `<textdaten>`. */
export function parseNorm(data: XmlElement | null, name: NormName, outline: OutlineStep[]): UnkeyedNorm {
  const content = data === null ? null : childOf(data, 'text')
  const build = content === null ? null : renderText(content)
  const written = build === null ? '' : writtenText(build)
  const attachments = build?.attachments ?? []
  const repealed = isRepealed(name, written, attachments.length > 0)
  const text = repealed && gone.test(written) ? '' : written
  const kind = kindOf(name.norm)
  return {
    kind,
    ...name,
    outline: kind === 'norm' || kind === 'front' ? outline : annexOutline(outline),
    text,
    ...(build === null || text === '' ? { units: [], sentences: [], tables: [] } : structure(build, text, name, kind)),
    attachments: attachments.map((found) => clipped(found, text)),
    footnotes: [...(build?.footnotes ?? []), ...publisherNotes(data)],
    repealed,
  }
}

/** Pictures at the end stand behind the last word. */
function clipped({ kind, name, at }: Attachment, text: string): Attachment {
  return { kind, name, at: Math.min(at, text.length) }
}

/** The publisher's notes on a norm or, in a law's first element, on the law. */
export function publisherNotes(data: XmlElement | null): string[] {
  const notes = data === null ? null : childOf(data, 'fussnoten')
  if (notes === null) return []
  const build = renderText(notes)
  return [writtenText(build), ...build.footnotes].filter((note) => note !== '')
}

function structure(build: TextBuild, text: string, { norm }: NormName, kind: Norm['kind']) {
  const units = [...absatzUnits(text, build.paragraphStarts, build.titleStarts), ...build.units]
    .filter((unit) => unit.end > unit.start)
    .toSorted(byPlace)
  const byLine = kind === 'annex' || norm === null
  const sentences = normSentences(text, { units, closed: build.closed, satzMarks: build.satzMarks, byLine })
  return { units, sentences, tables: build.tables }
}

/** Document order; a unit comes before those inside it. */
function byPlace(a: Unit, b: Unit): number {
  return a.start - b.start || b.end - a.end
}

const gone = /^(?:\(?(?:weggefallen|aufgehoben|gegenstandslos|entfallen)\)?\.?|[-–])?$/i

function isRepealed({ norm, heading }: NormName, text: string, hasAttachments: boolean): boolean {
  if (/\((?:weggefallen|aufgehoben|gegenstandslos)\)$/.test(heading ?? '')) return true
  if (text !== '') return gone.test(text)
  return !hasAttachments && /^(?:§§|Art \d.* (?:bis|und|u\.) )/.test(norm ?? '')
}

function kindOf(norm: string | null): Norm['kind'] {
  if (norm === null) return 'norm'
  if (/^(?:Eingangsformel|Präambel)/.test(norm)) return 'front'
  if (/^Schlu(?:ss|ß)formel/.test(norm)) return 'closing'
  return /^(?:Anlage|Anhang|Muster|Formblatt)/.test(norm) ? 'annex' : 'norm'
}

/** Annexes follow a law's last part without belonging to it, unless a heading gathers them. */
function annexOutline(outline: OutlineStep[]): OutlineStep[] {
  return /^(?:Anlage|Anhang|Anhänge)/.test(outline[0]?.label ?? '') ? outline : []
}

/** The norm's name and title from its `<metadaten>`; `(XXXX)`, the publisher's "no name", is dropped. */
export function normName(metadata: XmlElement): NormName {
  const name = fieldOf(metadata, 'enbez').replace(/^\(?XXXX\)?\s*/, '')
  return { norm: name || null, heading: fieldOf(metadata, 'titel') || null }
}

function fieldOf(metadata: XmlElement, name: string): string {
  const field = childOf(metadata, name)
  return field === null ? '' : inlineText(field)
}
