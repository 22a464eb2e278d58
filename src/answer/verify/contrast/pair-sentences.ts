import type { Evidence } from '../../../law/answer.ts'
import { antecedentsOf } from '../antecedents.ts'
import { share } from '../clauses.ts'
import { matterOf } from './matter.ts'

/** A sentence of the law as it is laid beside many texts. */
export interface Sentence {
  evidence: Evidence
  /** Its matter. */
  own: string[]
  /** The matter of its heading, and what its pronouns stand for. */
  around: string[]
  stretches: () => Stretch[]
}

interface Stretch {
  text: string
  words: string[]
}

/** A text beside a sentence of the law, and how much of it the two share. */
export interface Pairing {
  evidence: Evidence
  /** Share of the text's matter that the sentence has, what is around it included. */
  recall: number
  /** The same of the sentence's own words. */
  own: number
  /** The stretch from comma to comma that fits best: it says what the text says, and little else. */
  stretch: string
  /** Share of that stretch that the text has. */
  precision: number
}

/** Matter of one word could be anything's. */
const fewestWords = 2
const longestRun = 4

const sentenceOf = new WeakMap<Evidence, Sentence>()

/** Reads what sentences are about, once for all texts they are held against; their stretches when one comes near. */
export function readSentences(evidence: Evidence[]): Sentence[] {
  return evidence.map((piece) => {
    const sentence = sentenceOf.get(piece) ?? readSentence(piece)
    sentenceOf.set(piece, sentence)
    return sentence
  })
}

function readSentence(piece: Evidence): Sentence {
  const own = matterOf(piece.text)
  const around = [...matterOf(piece.passage.heading ?? ''), ...antecedentsOf(piece)]
  let stretches: Stretch[] | undefined
  return { evidence: piece, own, around, stretches: () => (stretches ??= stretchesOf(piece.text, own)) }
}

/** The sentences that have at least the given share of what a text is about; none where it is about too little. */
export function pairSentences(about: string[], sentences: Sentence[], leastRecall: number): Pairing[] {
  if (about.length < fewestWords) return []
  return sentences.flatMap(({ evidence, own, around, stretches }) => {
    const recall = share(about, [...own, ...around])
    return recall < leastRecall
      ? []
      : [{ evidence, recall, own: share(about, own), ...closestOf(about, around, stretches()) }]
  })
}

/** By the harmonic mean; what is around the sentence counts as said by both. */
function closestOf(about: string[], around: string[], stretches: Stretch[]): Pick<Pairing, 'stretch' | 'precision'> {
  const known = [...about, ...around]
  let best = { stretch: '', precision: 0, fit: 0 }
  for (const { text, words } of stretches) {
    const [precision, recall] = [share(words, known), share(about, words)]
    const fit = precision + recall === 0 ? 0 : (precision * recall) / (precision + recall)
    if (fit > best.fit) best = { stretch: text, precision, fit }
  }
  return { stretch: best.stretch, precision: best.precision }
}

/** Every run of up to four neighbouring parts of a sentence, and the sentence. */
function stretchesOf(sentence: string, whole: string[]): Stretch[] {
  const parts = sentence.split(/[,;:\n–]/).map((text) => ({ text, words: matterOf(text) }))
  const runs = parts.flatMap((_, from) =>
    Array.from({ length: longestRun }, (__, more) => parts.slice(from, from + more + 1)),
  )
  const joined = runs.map((run) => ({
    text: run.map(({ text }) => text).join(','),
    words: [...new Set(run.flatMap(({ words }) => words))],
  }))
  return [{ text: sentence, words: whole }, ...joined].filter(({ words }) => words.length >= fewestWords)
}
