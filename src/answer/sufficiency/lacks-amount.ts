import type { RankedPassage } from '../../law/passage.ts'
import { fold } from '../../text/fold.ts'

const asksEuro = /\beurobetra|\bbetrag in euro|\bwie ?viele? euro\b|\bin euro\b/
/** Places looked at: further down stands what answers something else. */
const places = 3

/** True where a question wants an amount in Euro and none of the leading norms holds one. */
export function lacksAmount(question: string, passages: RankedPassage[]): boolean {
  if (!asksEuro.test(fold(question))) return false
  const norms = new Set([...new Set(passages.map(normOf))].slice(0, places))
  return !passages.some((passage) => norms.has(normOf(passage)) && /\bEuro\b|€/.test(passage.text))
}

function normOf({ document, normKey }: RankedPassage): string {
  return `${document.id} ${normKey}`
}
