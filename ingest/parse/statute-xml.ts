import type { OutlineStep, DocumentText } from '../../src/law/document-text.ts'
import { decodeXml, fetchAgain } from './decode-xml.ts'
import { enterOutline, outlineSteps, type Outline } from './outline.ts'
import { readStatuteXml } from './read-statute-xml.ts'
import { renderText } from './render-text.ts'
import { statuteDocument, statuteStatus } from './statute-document.ts'
import { normName, parseNorm, publisherNotes, type NormName, type UnkeyedNorm } from './statute-norm.ts'
import { StatuteParseError } from './statute-parse-error.ts'
import { writtenText } from './text-writer.ts'
import { childOf, type XmlElement } from './xml-element.ts'

/**
 * A law from the publisher's file (`gii-norm.dtd` 1.01): its document, its norms in order with their canonical text.
 * The same bytes give the same result on every machine. `slug` is the publisher's key, the folder of the law.
 * @throws StatuteParseError for whatever is not such a file.
 */
export function parseStatute(bytes: Uint8Array, slug: string): DocumentText {
  let head: XmlElement | null = null
  let outline: Outline = []
  const norms: UnkeyedNorm[] = []
  readStatuteXml(decodeXml(bytes, slug), slug, (element) => {
    const metadata = childOf(element, 'metadaten')
    if (metadata === null) return
    if (head === null) {
      head = element
      return
    }
    const unit = childOf(metadata, 'gliederungseinheit')
    if (unit !== null) outline = enterOutline(outline, unit)
    const norm = readNorm(element, metadata, outlineSteps(outline))
    if (norm !== null) norms.push(norm)
  })
  return { ...readHead(head, norms, slug), norms: withKeys(norms) }
}

function readHead(head: XmlElement | null, norms: UnkeyedNorm[], slug: string): Omit<DocumentText, 'norms'> {
  const metadata = head === null ? null : childOf(head, 'metadaten')
  if (head === null || metadata === null)
    throw new StatuteParseError(slug, { problem: 'die Datei enthält keine Norm', remedy: fetchAgain })
  const data = childOf(head, 'textdaten')
  const formula = norms.find((norm) => norm.kind === 'front')?.text ?? ''
  const notes = publisherNotes(data)
  return {
    document: statuteDocument(metadata, slug, `${formula}\n${notes.join('\n')}`),
    status: statuteStatus(metadata),
    footnotes: [...titleNotes(data), ...notes],
  }
}

/** Official footnotes to the law's title, such as the directives it implements. */
function titleNotes(data: XmlElement | null): string[] {
  const content = data === null ? null : childOf(data, 'text')
  if (content === null) return []
  const build = renderText(content)
  return [writtenText(build), ...build.footnotes].filter((note) => note !== '')
}

/** Null for a mere heading of the outline and for the table of contents. */
function readNorm(element: XmlElement, metadata: XmlElement, path: OutlineStep[]): UnkeyedNorm | null {
  const data = childOf(element, 'textdaten')
  if (childOf(metadata, 'enbez') !== null) {
    const name = normName(metadata)
    return contentsList.test(name.norm ?? '') ? null : parseNorm(data, name, path)
  }
  if (childOf(metadata, 'gliederungseinheit') === null) return parseNorm(data, normName(metadata), path)
  const norm = parseNorm(data, nameFromOutline(path), path.slice(0, -1))
  return norm.text === '' && norm.attachments.length === 0 ? null : norm
}

const contentsList = /^(?:Inhaltsübersicht|Inhaltsverzeichnis|Inhalt|Gliederung|Übersicht)$/

/** Some laws have their articles as headings of the outline, with the text right below (`Art 41` of the EGBGB). */
function nameFromOutline(path: OutlineStep[]): NormName {
  const last = path.at(-1)
  if (last === undefined) return { norm: null, heading: null }
  return /^(?:§|Art|Anlage|Anhang)/.test(last.label)
    ? { norm: last.label, heading: last.title }
    : { norm: null, heading: last.title ?? last.label }
}

/** Keys are the publisher's names; the second `§ 1` of a law, in its second Artikel, is `§ 1 (2)`. */
function withKeys(norms: UnkeyedNorm[]): DocumentText['norms'] {
  const seen = new Map<string, number>()
  return norms.map((norm) => {
    const name = norm.norm ?? 'Text'
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { key: count === 1 ? name : `${name} (${count})`, ...norm }
  })
}
