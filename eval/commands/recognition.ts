import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { evaluateRecognition } from '../recognition/evaluate-recognition.ts'
import { printRecognition } from '../report/print-recognition.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'

export const recognition: Command = {
  usage: `recognition [--held-out] [--misses] [--corpus <Ordner>]
  misst an echten, von Hand beschrifteten Dokumenten, wie oft Aktenzeichen, Tag, Stelle, aufgehobene Vorgänger, Ende der
  Geltung und Betreff richtig erkannt werden; die Fehlgriffe nur mit --misses; mit --held-out am zurückgelegten Drittel.
  Schreibt eval/runs/recognition.json oder recognition-held-out.json.`,
  async run(words) {
    const { values } = parseArgs({
      args: words,
      options: { 'held-out': { type: 'boolean' }, misses: { type: 'boolean' }, corpus: { type: 'string' } },
    })
    const corpus = values.corpus ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
    if (!existsSync(corpus))
      throw new UsageError(`Den Ordner ${corpus} mit den beschrifteten Dokumenten gibt es nicht.`)
    const heldOut = values['held-out'] ?? false
    const report = await evaluateRecognition(corpus, heldOut)
    console.log(`\n${printRecognition(report, values.misses ?? false)}`)
    const facts = { measuredAt: new Date().toISOString(), revision: codeRevision() }
    writeMeasurement(heldOut ? 'recognition-held-out' : 'recognition', { ...facts, ...report })
    return 0
  },
}
