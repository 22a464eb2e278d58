/** One element of a parsed file, with its children in order; text is a plain string. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
}

type XmlNode = XmlElement | string

/** The first child of that name, or null. */
export function childOf(parent: XmlElement, name: string): XmlElement | null {
  for (const child of parent.children) if (typeof child !== 'string' && child.name === name) return child
  return null
}

export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name)
}

/** All character data below the element, unfolded. */
export function characterData(element: XmlElement): string {
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : characterData(child)
  return text
}
