import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { XmlElement } from '../xml-element.ts'
import { listPlace, type DocxNumbering } from './docx-numbering.ts'
import { damaged } from './paper-error.ts'

/**
 * The document part with Word's automatic numbers written into the paragraphs as text, where they would be printed.
 * Mammoth, which reads the result, knows lists but not their numbers.
 */
export function writeDocxNumbers(xml: string, numbering: DocxNumbering): string {
  const parser = new SaxesParser()
  const inserts: { at: number; text: string }[] = []
  /** Properties being read, and the elements open in them. */
  let open: XmlElement[] = []
  parser.on('error', (cause) => {
    throw damaged('Word-Dokument', cause)
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const parent = open.at(-1)
    if (parent === undefined && tag.name !== 'w:pPr') return
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [] }
    parent?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed === undefined || open.length > 0) return
    open = []
    const label = labelOf(closed, numbering)
    if (label !== null)
      inserts.push({ at: parser.position, text: `<w:r><w:t xml:space="preserve">${escape(label)} </w:t></w:r>` })
  })
  parser.write(xml).close()
  return insertAll(xml, inserts)
}

function labelOf(properties: XmlElement, numbering: DocxNumbering): string | null {
  const child = properties.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === 'w:pStyle')
  const style = child?.attributes['w:val']
  const place = { ...(style === undefined ? {} : numbering.placeOf(style)), ...listPlace(properties) }
  return place.list === undefined ? null : numbering.next({ list: place.list, level: place.level ?? 0 })
}

function insertAll(xml: string, inserts: { at: number; text: string }[]): string {
  const parts: string[] = []
  let from = 0
  for (const { at, text } of inserts) {
    parts.push(xml.slice(from, at), text)
    from = at
  }
  return [...parts, xml.slice(from)].join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
