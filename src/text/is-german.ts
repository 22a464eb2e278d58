import { fold } from './fold.ts'

/** Small words that only German has, folded. What other languages write alike (`in`, `an`, `was`, `die`, `des`) stays out. */
const german = new Set(
  (
    'der das den dem ein eine einer eines einem einen und oder nicht kein keine keiner keinen keinem ist sind wird ' +
    'werden wurde wurden worden kann konnen muss mussen darf durfen soll sollen hat haben hatte fur von vom mit bei beim ' +
    'nach auf aus zu zur zum im wenn dass sich sie er ihm ihn ihr ihre seine seiner seinem wer sofern soweit sowie durch ' +
    'uber unter vor bis ohne gegen seit nur auch als wie noch mindestens hochstens gilt gelten ab jede jeder jedes diese ' +
    'dieser dieses diesem wegen zwischen innerhalb nachdem bevor sondern deren dessen'
  ).split(' '),
)
/** The same of English, French, Spanish, Italian, Dutch, Polish and Turkish, as models slip into them. */
const foreign = new Set(
  (
    'the of and is are be been must shall may can has have with for this that which who not or to from by if under ' +
    'le la les une et est sont dans pour qui que sur avec par aux pas ne du au ' +
    'el los las una y es son para con no se del por su ' +
    'il lo gli di che per non e sono della nel ' +
    'het een van zijn niet voor met wordt ' +
    'i w na jest nie sie do oraz lub jesli ' +
    've bir bu icin ile degil olarak'
  ).split(' '),
)
/** German words that stand in other languages, too: they count where nothing speaks for one of those. */
const shared = /\b(?:die|des|in|am|an|was|es|so)\b/
/** Too few words say too little. */
const fewestWords = 5
/** A sentence of nouns alone (`Karte, Gebühr, Frist`) is German if one of its words looks like it. */
const looksGerman =
  /[äöüß]|\p{L}{3}(?:ung|keit|heit|schaft|gesetz|recht|erlaubnis|karte|frist|amt)(?:en|e|s|es)?(?!\p{L})/iu
/** Share of letters of another script from which on a text is not German. */
const mostOtherScript = 0.3

/**
 * False for a text that is plainly not German, by its small words and its script. Quoted words and names say nothing:
 * a German sentence about `„permanent resident“` is German. Very short texts pass.
 */
export function isGerman(text: string): boolean {
  const own = text.replace(/[„“"«»][^„“"«»]*[“”"«»]/gu, ' ')
  const letters = own.match(/\p{L}/gu) ?? []
  const latin = own.match(/\p{Script=Latin}/gu) ?? []
  if (letters.length > 0 && 1 - latin.length / letters.length > mostOtherScript) return false
  const words = fold(own).match(/\p{L}+/gu) ?? []
  if (words.length < fewestWords) return true
  const ours = words.filter((word) => german.has(word)).length
  const theirs = words.filter((word) => foreign.has(word)).length
  return ours === 0 && theirs === 0 ? looksGerman.test(own) || shared.test(fold(own)) : ours >= theirs
}
