import { pick } from '../../seeded-random.ts'
import type { Mutator } from './mutator.ts'

/** What may stand for what, so that the sentence binds more or less; whole words. */
const swaps: [RegExp, string[]][] = [
  [/(?<!\p{L})kann(?!\p{L})/u, ['muss', 'soll']],
  [/(?<!\p{L})können(?!\p{L})/u, ['müssen', 'sollen']],
  [/(?<!\p{L})soll(?!\p{L})/u, ['muss', 'kann']],
  [/(?<!\p{L})sollen(?!\p{L})/u, ['müssen', 'können']],
  [/(?<!\p{L})muss(?!\p{L})/u, ['kann', 'soll']],
  [/(?<!\p{L})müssen(?!\p{L})/u, ['können', 'sollen']],
  [/(?<!\p{L})darf(?! (?:\S+ ){0,3}(?:nicht|nur|kein))(?!\p{L})/u, ['muss']],
  [/(?<!\p{L})dürfen(?! (?:\S+ ){0,3}(?:nicht|nur|kein))(?!\p{L})/u, ['müssen']],
]
/** `kann … erteilt werden.` and `ist … zu erteilen.` said as a plain duty or a plain power. */
const wholes: [RegExp, string][] = [
  [/^([^,;]+) kann ([^,;]+) werden\.$/, '$1 wird $2.'],
  [/^([^,;]+) können ([^,;]+) werden\.$/, '$1 werden $2.'],
  [/^([^,;]+) ist ([^,;]+) zu (\p{Ll}+en)\.$/u, '$1 kann die Behörde $2 $3.'],
  [/^([^,;]+) wird ([^,;]+ \p{Ll}+t)\.$/u, '$1 kann $2 werden.'],
]

/** More or less binding: `muss` for `kann`, `kann` for `soll`, `wird erteilt` for `kann erteilt werden`. */
export const turnModality: Mutator = (sentence, random) => {
  const swapped = swaps.flatMap(([word, others]) =>
    word.test(sentence) ? [sentence.replace(word, pick(others, random))] : [],
  )
  const whole = wholes.flatMap(([form, other]) => (form.test(sentence) ? [sentence.replace(form, other)] : []))
  const turned = [...swapped, ...whole]
  return turned.length === 0 ? null : pick(turned, random)
}
