import { parseHTML } from 'linkedom'
import type { XmlElement } from '../xml-element.ts'

/** What of the DOM is read; nothing of a page is run or loaded. */
interface DomNode {
  nodeType: number
  localName?: string
  textContent?: string | null
  attributes?: ArrayLike<{ name: string; value: string }>
  childNodes?: ArrayLike<DomNode>
}

const elementNode = 1
const textNode = 3
/** Pages nest some forty deep. */
const depthMax = 400

/** A page as the tree that the readers of XML know, names in small letters; comments, scripts and styles are left out. */
export function readHtml(html: string): XmlElement {
  const { document } = parseHTML(html) as unknown as { document: DomNode }
  return toElement(document, 0)
}

function toElement(node: DomNode, depth: number): XmlElement {
  const element: XmlElement = {
    name: (node.localName ?? '').toLowerCase(),
    attributes: Object.fromEntries(Array.from(node.attributes ?? [], ({ name, value }) => [name.toLowerCase(), value])),
    children: [],
  }
  if (depth > depthMax) return element
  for (const child of Array.from(node.childNodes ?? [])) {
    if (child.nodeType === textNode) element.children.push(child.textContent ?? '')
    else if (child.nodeType === elementNode && !/^(?:script|style)$/i.test(child.localName ?? ''))
      element.children.push(toElement(child, depth + 1))
  }
  return element
}
