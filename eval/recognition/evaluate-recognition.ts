import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recogniseHeader } from '../../ingest/parse/recognise-header.ts'
import { packageRoot } from '../../src/package-root.ts'
import { shareOf, type Share } from '../score/wilson.ts'
import { archiveMembers } from './archive-members.ts'
import { headerLabelSchema, type HeaderLabel } from './header-label.ts'
import { readDocument } from './read-document.ts'
import { scoredFields, scoreFields, type FieldScore, type ScoredField } from './score-fields.ts'

/** Of one field over some documents: how many found values are right, and how many labelled values were found. */
interface FieldFigures {
  field: ScoredField
  kind: HeaderLabel['kind'] | 'all'
  precision: Share
  recall: Share
}

export interface RecognitionReport {
  documents: number
  /** Scans without a text layer: nothing was there to read, they are in no figure. */
  withoutText: string[]
  figures: FieldFigures[]
  faults: { path: string; field: ScoredField; wrong: string[]; missed: string[] }[]
}

interface Scored {
  label: HeaderLabel
  scores: Partial<Record<ScoredField, FieldScore>>
}

/** Which labels: those to build on, the third set aside from them, or the sets labelled after a recogniser existed. */
export type LabelSet = 'dev' | 'held-out' | 'second' | 'third' | 'fourth'

/** Runs the recogniser over the labelled documents of the corpus and counts per field and kind of document. */
export async function evaluateRecognition(corpus: string, set: LabelSet): Promise<RecognitionReport> {
  const labels = readLabels(set)
  const archive = await archiveMembers(
    corpus,
    labels.map(({ path }) => path),
  )
  const scored: Scored[] = []
  const withoutText: string[] = []
  for (const label of labels) {
    const lines = await readDocument(label, corpus, archive)
    if (lines.length === 0) withoutText.push(label.path)
    else
      scored.push({ label, scores: scoreFields(label, recogniseHeader(lines.map((text) => ({ text }))).particulars) })
  }
  return { documents: labels.length, withoutText, figures: figuresOf(scored), faults: faultsOf(scored) }
}

function readLabels(set: LabelSet): HeaderLabel[] {
  const file = join(packageRoot, `eval/recognition/labels.${set}.jsonl`)
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => headerLabelSchema.parse(JSON.parse(line)))
}

function figuresOf(scored: Scored[]): FieldFigures[] {
  const kinds = [...new Set(scored.map(({ label }) => label.kind))].toSorted()
  return scoredFields.flatMap((field) =>
    (['all', ...kinds] as const).map((kind) => {
      const some = scored
        .filter(({ label }) => kind === 'all' || label.kind === kind)
        .flatMap(({ scores }) => scores[field] ?? [])
      const right = some.reduce((sum, score) => sum + score.right, 0)
      const wrong = some.reduce((sum, score) => sum + score.wrong.length, 0)
      const missed = some.reduce((sum, score) => sum + score.missed.length, 0)
      return { field, kind, precision: shareOf(right, right + wrong), recall: shareOf(right, right + missed) }
    }),
  )
}

function faultsOf(scored: Scored[]): RecognitionReport['faults'] {
  return scored.flatMap(({ label, scores }) =>
    scoredFields.flatMap((field) => {
      const { wrong = [], missed = [] } = scores[field] ?? {}
      return wrong.length + missed.length === 0 ? [] : [{ path: label.path, field, wrong, missed }]
    }),
  )
}
