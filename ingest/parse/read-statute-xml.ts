import { SaxesParser } from 'saxes'
import { fetchAgain } from './decode-xml.ts'
import { StatuteParseError } from './statute-parse-error.ts'
import type { XmlElement } from './xml-element.ts'

/** The publisher nests at most 34 deep (2025). */
const depthMax = 200

/**
 * Hands over each `<norm>` of a statute as soon as it is complete, so that only one is in memory at a time.
 * The external DTD the publisher names is never loaded; a DTD inside the file, the seat of entity bombs and of
 * attacks that read local files (XXE), is refused, and so is every entity that XML does not predefine.
 * @throws StatuteParseError with line and column, for all that is not a well-formed statute.
 */
export function readStatuteXml(xml: string, slug: string, onNorm: (norm: XmlElement) => void): void {
  const parser = new SaxesParser()
  const above: (XmlElement | null)[] = []
  let current: XmlElement | null = null
  const names = new Map<string, string>()
  const fail = (problem: string, remedy: string, cause?: unknown): never => {
    throw new StatuteParseError(slug, { problem, remedy, line: parser.line, column: parser.column, cause })
  }
  parser.on('error', (cause) => fail(`das XML ist unvollständig oder fehlerhaft – ${cause.message}`, fetchAgain, cause))
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) fail('die Datei bringt eine eigene DTD mit', 'Solche Dateien werden nicht gelesen.')
  })
  parser.on('opentag', (tag) => {
    if (current === null && tag.name !== 'dokumente')
      fail(`das ist kein Gesetz im XML des Herausgebers, sondern <${tag.name}>`, notAStatute)
    if (above.length >= depthMax)
      fail(`die Elemente sind tiefer als ${depthMax} verschachtelt`, 'Solche Dateien werden nicht gelesen.')
    const name = shared(names, tag.name)
    const element = { name, attributes: telling.has(name) ? tag.attributes : none, children: [] }
    // The root keeps none of its children: each norm is handed over and forgotten.
    if (above.length > 1) current?.children.push(element)
    above.push(current)
    current = element
  })
  const addText = (text: string) => current?.children.push(text)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = current
    current = above.pop() ?? null
    if (above.length === 1 && closed?.name === 'norm') onNorm(closed)
  })
  parser.write(xml).close()
}

const notAStatute = 'Vermutlich eine Fehlerseite: Prüfen Sie Adresse und Kürzel und rufen Sie die Datei neu ab.'

/** Elements whose attributes say something; those of the rest (a million table cells) go at once. */
const telling = new Set(['DL', 'F', 'FILE', 'Footnote', 'IMG', 'SUP', 'table', 'tbody'])
const none: XmlElement['attributes'] = {}

/** One string for each name: looking a renderer up by a string the engine already knows is several times faster. */
function shared(names: Map<string, string>, name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  names.set(name, name)
  return name
}
