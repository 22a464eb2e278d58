/** What of linkedom's nodes is read here. */
interface Node {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<unknown>
}

const inline = new Set(
  'A ABBR B BIG DATE EM FONT FT HT I Q REF.DOC.OJ SMALL SPAN STRONG SUB SUP TT U AKN:B AKN:I AKN:REF AKN:SPAN AKN:SUB AKN:SUP'.split(
    ' ',
  ),
)
/** Programs, what leads to other pages, and what publishers' XML says of the file: nobody reads it in the text. */
const unseen = new Set(
  [
    'HEAD SCRIPT STYLE NOSCRIPT TEMPLATE NAV SELECT BUTTON AKN:META NOTE FUSSNOTEN',
    'BIB.OPINION BIB.JUDGMENT BIB.ORDER BIB.INSTANCE BIB.CASE',
    'JURABK AMTABK AUSFERTIGUNG-DATUM FUNDSTELLE STANDANGABE GLIEDERUNGSKENNZAHL',
  ]
    .join(' ')
    .split(' '),
)

/** The words of a page or of a publisher's XML, a line an element that is not within a line. */
export function visibleText(root: { childNodes: Iterable<unknown> }): string {
  return [...root.childNodes].map((child) => nodeText(child as Node)).join('')
}

function nodeText(node: Node): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replaceAll(/\s+/g, ' ')
  const name = node.nodeName.toUpperCase()
  if (node.nodeType !== 1 || unseen.has(name)) return ''
  if (name === 'BR') return '\n'
  const text = visibleText(node)
  return inline.has(name) ? text : `\n${text}\n`
}
