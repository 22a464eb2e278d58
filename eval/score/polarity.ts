import { fold } from '../../src/text/fold.ts'

const denying = /\b(?:nicht|nichts|kein\p{L}*|nie|niemals|weder)\b/u
const rulingOut =
  /\b(?:unzulassig\p{L}*|unmoglich|entbehrlich|nichtig|erloschen|erlischt|schliesst|ausgeschlossen|verboten|untersagt|schadlich\p{L}*)\b/u
const overstating = /\b(?:immer|stets|nie|niemals|generell|automatisch|ausnahmslos|(?<!dem |der |den )allein)\b/
/** `immer`, `jede`, `zwingend` and `nur`: a claim with one of these is not made by a sentence without. */
const absolute: RegExp[] = [
  /\b(?:immer|stets|jede[rsnm]?|alle[nr]?|ausnahmslos|generell|allgemein|automatisch|zwingend|auch|voll)\b/,
  /\b(?:nur|allein|lediglich|ausschliesslich)\b/,
]

/** True where two texts deny or both do not, and the text is as absolute as the claim. */
export function hasSamePolarity(claim: string, text: string): boolean {
  const [mine, theirs] = [fold(claim), fold(text)]
  return denies(mine) === denies(theirs) && absolute.every((word) => !word.test(mine) || word.test(theirs))
}

/** True where a text says `immer`, `nie` or `ausgeschlossen` of what the claim puts without any such word. */
export function isOverstated(claim: string, text: string): boolean {
  const [mine, theirs] = [fold(claim), fold(text)]
  return (overstating.test(theirs) && !overstating.test(mine)) || (rulingOut.test(theirs) && !denies(mine))
}

function denies(folded: string): boolean {
  return denying.test(folded) || rulingOut.test(folded)
}
