/** What of linkedom's elements is used here; the browser's own types are not loaded in this house. */
export interface DomElement {
  tagName: string
  id: string
  nodeType: number
  textContent: string | null
  childNodes: Iterable<DomElement>
  children: Iterable<DomElement> & { length: number }
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement> & { length: number }
  closest(selector: string): DomElement | null
}

export interface DomDocument extends DomElement {
  documentElement: DomElement
}
