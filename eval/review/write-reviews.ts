import Papa from 'papaparse'
import type { Judgement, PointsLine } from './judgement.ts'

export type ExportFormat = 'csv' | 'jsonl'

/** All grades and preferences that stand, a row each, the oldest first. */
export function writeJudgements(judgements: Judgement[], format: ExportFormat): string {
  return writeRows(
    judgements.flatMap((line) => {
      if (line.kind === 'points') return []
      const { kind, caseId, repeat, reviewer, role, at, comment, revised } = line
      const [run, other] = line.kind === 'grade' ? [line.run, ''] : line.runs
      const verdict = line.kind === 'grade' ? line.grade : line.preference
      const sourcesCarry = line.kind === 'grade' ? line.sourcesCarry : null
      return [{ kind, caseId, repeat, run, other, verdict, sourcesCarry, comment, reviewer, role, at, revised }]
    }),
    format,
    true,
  )
}

/**
 * The labels of one run's statements as `npm run eval -- agreement` reads them. The role stands before the reviewer's name:
 * `entwicklung:kim` and `modell:…` calibrate nothing.
 */
export function writeLabels(lines: PointsLine[], format: ExportFormat): string {
  return writeRows(
    lines.flatMap(({ caseId, repeat, labels, reviewer, role }) =>
      labels.map(({ keyPoint, label }) => ({ caseId, repeat, keyPoint, label, reviewer: `${role}:${reviewer}`, role })),
    ),
    format,
    // A statement must stay as the set has it, or it is not found again.
    false,
  )
}

function writeRows(rows: Record<string, unknown>[], format: ExportFormat, escapeFormulae: boolean): string {
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  return `${Papa.unparse(rows, { escapeFormulae })}\r\n`
}
