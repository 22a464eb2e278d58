import { parseArgs } from 'node:util'
import { evaluateConflicts } from '../conflicts/evaluate-conflicts.ts'
import { printShares } from '../report/print-shares.ts'
import type { Command } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'
import { withLibrary } from './with-library.ts'

export const conflicts: Command = {
  usage: `conflicts [--held-out]
  misst, welche Widersprüche zwischen echten Gesetzen und erfundenen Erlassen gefunden werden, nach Art des Unterschieds, und
  wie oft ein Erlass, der dasselbe sagt, zu Unrecht als Widerspruch gilt; mit --held-out am zurückgelegten Drittel der
  Gesetze. Schreibt eval/runs/conflicts.json oder conflicts-held-out.json.`,
  async run(words) {
    const { values } = parseArgs({ args: words, options: { 'held-out': { type: 'boolean' } } })
    const heldOut = values['held-out'] ?? false
    const report = await withLibrary(({ database }) => evaluateConflicts(database, heldOut))
    console.log(`\n${report.laws.length} laws${heldOut ? ', set aside' : ''}\n\n${printShares(report.rows)}`)
    const facts = { measuredAt: new Date().toISOString(), revision: codeRevision() }
    writeMeasurement(heldOut ? 'conflicts-held-out' : 'conflicts', { ...facts, ...report })
    return 0
  },
}
