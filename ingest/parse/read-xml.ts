import { SaxesParser } from 'saxes'
import type { XmlElement } from './xml-element.ts'

/** Nothing a publisher makes nests deeper; a file that does was made to exhaust the reader. */
const depthMax = 400

/** Why a file is no well-formed XML, in German, and where. */
export interface XmlFault {
  problem: string
  remedy: string
  line: number
  column: number
  cause?: unknown
}

/**
 * The whole tree of a file. The external DTD a publisher names is never loaded; a DTD inside the file, the seat of
 * entity bombs and of attacks that read local files (XXE), is refused, and so is every entity XML does not predefine.
 * Prefixes of names are dropped (`akn:p` → `p`). `fail` gets what is wrong and must throw.
 */
export function readXml(xml: string, fail: (fault: XmlFault) => never): XmlElement {
  const parser = new SaxesParser()
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  const refuse = (problem: string, remedy: string, cause?: unknown): never =>
    fail({ problem, remedy, line: parser.line, column: parser.column, cause })
  parser.on('error', (cause) =>
    refuse(`das XML ist unvollständig oder fehlerhaft – ${cause.message}`, 'Rufen Sie die Datei neu ab.', cause),
  )
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse('die Datei bringt eine eigene DTD mit', notRead)
  })
  parser.on('opentag', (tag) => {
    if (open.length >= depthMax) refuse(`die Elemente sind tiefer als ${depthMax} verschachtelt`, notRead)
    const element: XmlElement = { name: localName(tag.name), attributes: tag.attributes, children: [] }
    if (open.length === 0) root = element
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (text: string) => void open.at(-1)?.children.push(text)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root ?? refuse('die Datei enthält kein Element', 'Rufen Sie die Datei neu ab.')
}

const notRead = 'Solche Dateien werden nicht gelesen.'

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
