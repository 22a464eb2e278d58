import { SaxesParser } from 'saxes'
import type { XmlElement } from '../xml-element.ts'
import { damaged, PaperError } from './paper-error.ts'

const depthMax = 400
const elementsMax = 3_000_000

/**
 * The root element of an XML part of an office file. Names keep their prefixes (`text:p`). A DTD, the seat of entity
 * bombs and of attacks that read local files, is refused; nothing outside the file is ever loaded.
 * @throws PaperError for whatever is not well-formed or nests absurdly deep
 */
export function readOfficeXml(xml: string, what: string): XmlElement {
  const parser = new SaxesParser()
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const above: XmlElement[] = []
  let current = root
  let elements = 0
  parser.on('error', (cause) => {
    throw damaged(what, cause)
  })
  parser.on('doctype', () => {
    throw new PaperError(
      'unsupported',
      `Die Datei (${what}) bringt eine eigene DTD mit; solche Dateien werden nicht gelesen.`,
    )
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (above.length >= depthMax || elements > elementsMax)
      throw new PaperError(
        'too_complex',
        `Die Datei (${what}) ist zu tief verschachtelt oder zu groß. Bitte als PDF speichern.`,
      )
    const element = { name: tag.name, attributes: tag.attributes, children: [] }
    current.children.push(element)
    above.push(current)
    current = element
  })
  const addText = (text: string) => current.children.push(text)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    current = above.pop() ?? root
  })
  parser.write(xml).close()
  const element = root.children.find((child) => typeof child !== 'string')
  if (element === undefined) throw damaged(what)
  return element
}
