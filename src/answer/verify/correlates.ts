import { fold } from '../../text/fold.ts'

const denying = String.raw`(?:nicht|kein(?:e|er|es|em|en)?|niemand\p{L}*|nie|niemals)`

/** Ways of saying one thing, the first of which affirms and the second denies. */
const correlates: [affirming: RegExp, denying: RegExp][] = [
  // `erst, wenn ein Jahr vergangen ist`: `nicht vor Ablauf eines Jahres`.
  [/\b(?:erst|fruhestens)\b/u, new RegExp(String.raw`\b(?:vor|bevor|ehe|bis|solange|vorher|zuvor)\b`, 'u')],
  // `nur wie ein Gast`: `nicht strenger als ein Gast`.
  [
    /\b(?:nur|lediglich|hochstens)\b/u,
    new RegExp(String.raw`\b${denying} (?:\p{L}+ )?\p{L}{2,}er(?:e[nrsm]?)? als\b`, 'u'),
  ],
  // `bedarf der Erlaubnis`: `ohne Erlaubnis darf niemand`.
  [/\b(?:bedarf|bedurfen|braucht|brauchen|benotigt|benotigen|erforderlich|notig|notwendig)\b/u, /\bohne\b/u],
]
const denies = new RegExp(String.raw`\b${denying}\b`, 'u')

/** True where one text denies and the other affirms by a word that says the same together with what it stands for. */
export function correlate(a: string, b: string): boolean {
  const [first, second] = [fold(a), fold(b)]
  return saysAs(first, second) || saysAs(second, first)
}

function saysAs(affirming: string, negative: string): boolean {
  if (denies.test(affirming) || !denies.test(negative)) return false
  return correlates.some(
    ([own, other]) => own.test(affirming) && !own.test(negative) && other.test(negative) && !other.test(affirming),
  )
}
