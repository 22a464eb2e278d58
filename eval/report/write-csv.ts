import Papa from 'papaparse'
import type { ScoredRun } from '../score/scored-run.ts'
import { namesOf } from './run-names.ts'

/** One line a question and system: the question, how it was answered, every figure, the answer. Opens in any spreadsheet. */
export function writeCsv(runs: ScoredRun[]): string {
  const names = namesOf(runs)
  const metrics = [...new Set(runs.flatMap((run) => run.metrics.map(({ id }) => id)))]
  const rows = runs.flatMap((run, place) =>
    run.questions.map(({ caseId, scores, weight }) => {
      const question = run.cases.find(({ id }) => id === caseId)
      const answer = run.answers.find((each) => each.caseId === caseId)
      return [
        caseId,
        names[place],
        question?.kind,
        question?.style,
        question?.topic,
        question?.as_of,
        weight,
        answer?.status,
        ...metrics.map((metric) => scores[metric] ?? ''),
        question?.question,
        answer?.answer,
        answer?.sources.map(({ written }) => written).join('; '),
      ]
    }),
  )
  const head = ['id', 'system', 'kind', 'style', 'topic', 'as_of', 'weight', 'status']
  return `${Papa.unparse([[...head, ...metrics, 'question', 'answer', 'sources'], ...rows], { escapeFormulae: true })}\r\n`
}
