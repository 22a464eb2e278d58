import { legalWords } from '../../legal-words.ts'
import { fold } from '../../text/fold.ts'
import { isSameWord } from '../../text/same-word.ts'
import { stem } from '../../text/stem.ts'

const auxiliary =
  /^(?:werden|wird|worden|sein|haben|hat|ist|sind|muss|mussen|kann|konnen|darf|durfen|soll|sollen|nicht)$/

/** A German clause ends with what is to be done: `kann erteilt werden`, `zu erteilen ist`. */
export function isSameVerb(mine: string, theirs: string): boolean {
  const [a, b] = [lastVerb(mine), lastVerb(theirs)]
  return a !== '' && b !== '' && (a === b || isSameWord(a, b))
}

/** True where a text has the verb that a clause ends with, in whatever form, or one that says the same in law. */
export function hasVerbOf(clause: string, text: string): boolean {
  const verb = lastWord(fold(clause))
  const words = fold(text).match(/\p{Ll}+/gu) ?? []
  return words.some((word) => isSameVerb(word, verb)) || legalWords.meansOneOf(verb, words)
}

function lastVerb(text: string): string {
  return verbStem(lastWord(text))
}

function lastWord(text: string): string {
  return text.match(/\p{Ll}+/gu)?.findLast((word) => !auxiliary.test(word)) ?? ''
}

/** Its stem without the `ge` of a participle and the `zu` of an infinitive: `gelöscht` and `löschen` are one verb. */
function verbStem(verb: string): string {
  return stem(
    verb.replace(/^((?:ab|an|auf|aus|bei|ein|fest|mit|nach|vor|zu|zuruck)?)(?:ge|zu)(?=\p{Ll}{4})/u, '$1'),
  ).replace(/t$/, '')
}
