/** A word of a question, or a reference such as `§ 36a Abs. 2 AufenthG`, which is one piece and is never damaged. */
export interface Piece {
  text: string
  kind: 'word' | 'reference'
  /** Offset in the question. */
  start: number
}

const number = String.raw`\d+[a-z]?(?![\p{L}\d])`
const step = String.raw`(?:Abs(?:atz|\.)|S(?:atz|\.)|Nr\.|Nummer)`
const law = String.raw`[A-ZÄÖÜ][\p{L}-]*(?:G|V|O|GB|GG)(?:-[A-Z]+)?(?:/EU)?(?![\p{L}\d])`
const reference = String.raw`(?:§§?|Art(?:ikel|\.)?(?![\p{L}]))\s*${number}(?:\s*${step}\s*${number})*(?:\s+${law})?`
const word = String.raw`[\p{L}\d]+(?:-[\p{L}\d]+)*`
const piece = new RegExp(`(?<reference>${reference})|${word}`, 'gu')

/** The words and references of a question in their order; what stands between them is left out. */
export function cutQuestion(question: string): Piece[] {
  return [...question.matchAll(piece)].map((match) => ({
    text: match[0],
    kind: match.groups?.['reference'] === undefined ? 'word' : 'reference',
    start: match.index,
  }))
}
