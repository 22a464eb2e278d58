import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { evaluateRecognition, type LabelSet } from '../recognition/evaluate-recognition.ts'
import { printRecognition } from '../report/print-recognition.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'

export const recognition: Command = {
  usage: `recognition [--held-out | --second] [--misses] [--corpus <Ordner>]
  misst an echten, von Hand beschrifteten Dokumenten, wie oft Aktenzeichen, Tag, Stelle, aufgehobene Vorgänger, Ende der
  Geltung und Betreff richtig erkannt werden; die Fehlgriffe nur mit --misses; mit --held-out am zurückgelegten Drittel,
  mit --second an den später blind beschrifteten Dokumenten.
  Schreibt eval/runs/recognition.json, recognition-held-out.json oder recognition-second.json.`,
  async run(words) {
    const { values } = parseArgs({
      args: words,
      options: {
        'held-out': { type: 'boolean' },
        second: { type: 'boolean' },
        misses: { type: 'boolean' },
        corpus: { type: 'string' },
      },
    })
    const corpus = values.corpus ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
    if (!existsSync(corpus))
      throw new UsageError(`Den Ordner ${corpus} mit den beschrifteten Dokumenten gibt es nicht.`)
    const set = labelSet(values['held-out'] ?? false, values.second ?? false)
    const report = await evaluateRecognition(corpus, set)
    console.log(`\n${printRecognition(report, values.misses ?? false)}`)
    const facts = { measuredAt: new Date().toISOString(), revision: codeRevision() }
    writeMeasurement(set === 'dev' ? 'recognition' : `recognition-${set}`, { ...facts, ...report })
    return 0
  },
}

function labelSet(heldOut: boolean, second: boolean): LabelSet {
  if (heldOut && second) throw new UsageError('--held-out und --second schließen einander aus.')
  if (second) return 'second'
  return heldOut ? 'held-out' : 'dev'
}
