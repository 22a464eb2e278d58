import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import { characterData, type XmlElement } from '../xml-element.ts'

/** The elements below that match, in document order; nothing is looked for inside one that does. */
export function findElements(root: XmlElement, matches: (element: XmlElement) => boolean): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of root.children) {
    if (typeof child === 'string') continue
    if (matches(child)) found.push(child)
    else found.push(...findElements(child, matches))
  }
  return found
}

/** Those with this class among their classes. */
export function byClass(root: XmlElement, name: string): XmlElement[] {
  return findElements(root, (element) => hasClass(element, name))
}

export function hasClass({ attributes }: XmlElement, name: string): boolean {
  return (attributes['class'] ?? '').split(/\s+/).includes(name)
}

/** All words of an element on one line. */
export function lineOf(element: XmlElement): string {
  return foldWhiteSpace(characterData(element)).trim()
}
