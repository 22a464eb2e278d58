import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { evaluateRecognition, type LabelSet } from '../recognition/evaluate-recognition.ts'
import { printRecognition } from '../report/print-recognition.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'

/** The sets that are only measured, each by the option of its name; without one of them those to build on. */
const setsAside = ['held-out', 'second', 'third', 'fourth'] as const satisfies LabelSet[]

export const recognition: Command = {
  usage: `recognition [--held-out | --second | --third | --fourth] [--misses] [--corpus <Ordner>]
  misst an echten, von Hand beschrifteten Dokumenten, wie oft Aktenzeichen, Tag, Stelle, aufgehobene Vorgänger, Ende der
  Geltung und Betreff richtig erkannt werden; die Fehlgriffe nur mit --misses; mit --held-out am zurückgelegten Drittel,
  mit --second, --third oder --fourth an den später blind beschrifteten Dokumenten.
  Schreibt eval/runs/recognition.json, mit einer dieser Angaben recognition-held-out.json, recognition-second.json,
  recognition-third.json oder recognition-fourth.json.`,
  async run(words) {
    const { corpus, set, misses } = readRecognitionOptions(words)
    if (!existsSync(corpus))
      throw new UsageError(`Den Ordner ${corpus} mit den beschrifteten Dokumenten gibt es nicht.`)
    const report = await evaluateRecognition(corpus, set)
    console.log(`\n${printRecognition(report, misses)}`)
    const facts = { measuredAt: new Date().toISOString(), revision: codeRevision() }
    writeMeasurement(set === 'dev' ? 'recognition' : `recognition-${set}`, { ...facts, ...report })
    return 0
  },
}

/** The folder of the corpus, the labels to measure on, and whether each fault is printed. */
export function readRecognitionOptions(words: string[]) {
  const { values } = parseArgs({
    args: words,
    options: {
      'held-out': { type: 'boolean' },
      second: { type: 'boolean' },
      third: { type: 'boolean' },
      fourth: { type: 'boolean' },
      misses: { type: 'boolean' },
      corpus: { type: 'string' },
    },
  })
  const corpus = values.corpus ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
  return { corpus, set: labelSet(values), misses: values.misses ?? false }
}

function labelSet(chosen: Partial<Record<LabelSet, boolean>>): LabelSet {
  const [set = 'dev', ...others] = setsAside.filter((name) => chosen[name])
  if (others.length > 0) throw new UsageError('--held-out, --second, --third und --fourth schließen einander aus.')
  return set
}
