import type { Evidence } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import type { Passage } from '../../src/law/passage.ts'
import { shuffle } from '../seeded-random.ts'
import type { BenchClaim } from './bench-claim.ts'
import { evidenceOf, onOneLine, wholeSentencesOf } from './law-sentences.ts'
import { reword } from './reword.ts'

const notFor =
  /^(?:Dies|Das|Satz (\d)|Die Sätze (\d)[^,.;]*) (?:gilt|gelten|findet|finden|ist|sind) [^,;]*(?:nicht|keine)(?!\p{L})/u
const deviating = /^Abweichend von Satz (\d)(?!\p{L}|\d)/u

/** Rules said without the sentence of the same Absatz that takes something out of them: `Satz 1 gilt nicht für …`. */
export function leaveOutExceptions(passages: Passage[], asOf: Day, count: number, random: () => number): BenchClaim[] {
  const rules = passages.flatMap((passage) => {
    const sentences = evidenceOf(passage)
    const whole = wholeSentencesOf(passage)
    return sentences.flatMap((exception, index) => {
      const rule = ruleOf(exception, sentences, index)
      return rule && whole.some(({ id }) => id === rule.id) ? [rule] : []
    })
  })
  return shuffle(rules, random)
    .slice(0, count)
    .map((evidence) => {
      const original = onOneLine(evidence.text)
      const text = reword(original, '', evidence.passage.label, random)
      return { class: 'dropped exception', text, evidence: [evidence], evidenceIds: [evidence.id], asOf }
    })
}

/** The sentence an exception speaks of: the one it names, else the one before. */
function ruleOf({ text }: Evidence, sentences: Evidence[], index: number): Evidence | undefined {
  const [found, ...numbers] = notFor.exec(text) ?? deviating.exec(text) ?? []
  if (found === undefined) return undefined
  const number = numbers.find((each) => each !== undefined)
  return number === undefined ? sentences[index - 1] : sentences.find(({ sentence }) => sentence === Number(number))
}
