import { statementsOf } from '../judge/statements.ts'
import {
  type GradeLine,
  grades,
  pointLabels,
  type PointsLine,
  type PreferenceLine,
  type Reviewer,
} from './judgement.ts'
import { isFirstA, type PairItem, type SingleItem } from './review-items.ts'

/** What a form sends. */
type Fields = Record<string, unknown>

const longestComment = 4_000

/** Null where a choice is missing. */
export function readGrade(fields: Fields, reviewer: Reviewer, item: SingleItem, revised: boolean): GradeLine | null {
  const grade = grades.find((each) => each === fields['grade'])
  const { sources } = item.answer
  const carry = fields['sources'] === 'yes' ? true : fields['sources'] === 'no' ? false : null
  if (!grade || (sources.length > 0 && carry === null)) return null
  const sourcesCarry = sources.length > 0 ? carry : null
  return { kind: 'grade', ...common(reviewer, item), run: item.run.name, grade, sourcesCarry, ...rest(fields, revised) }
}

/** Null where the choice is missing. A and B are turned back into the runs they stood for. */
export function readPreference(
  fields: Fields,
  reviewer: Reviewer,
  item: PairItem,
  revised: boolean,
): PreferenceLine | null {
  const firstIsA = isFirstA(reviewer.reviewer, item)
  const meant = {
    a: firstIsA ? 'first' : 'second',
    b: firstIsA ? 'second' : 'first',
    equal: 'equal',
    unusable: 'unusable',
  } as const
  const chosen = String(fields['preference'])
  if (!Object.hasOwn(meant, chosen)) return null
  const preference = meant[chosen as keyof typeof meant]
  const runs: [string, string] = [item.runs[0].name, item.runs[1].name]
  return { kind: 'preference', ...common(reviewer, item), runs, preference, firstIsA, ...rest(fields, revised) }
}

/** Labels of those statements that have one. */
export function readPoints(fields: Fields, reviewer: Reviewer, item: SingleItem): PointsLine {
  const labels = statementsOf(item.reference).flatMap(({ statement: keyPoint }, at) => {
    const label = pointLabels.find((each) => each === fields[`label-${at}`])
    return label ? [{ keyPoint, label }] : []
  })
  return { kind: 'points', ...common(reviewer, item), run: item.run.name, labels }
}

function common(reviewer: Reviewer, item: SingleItem | PairItem) {
  const { repeat } = item.kind === 'single' ? item.answer : item.answers[0]
  return { ...reviewer, at: new Date().toISOString(), item: item.key, caseId: item.reference.id, repeat }
}

function rest(fields: Fields, revised: boolean) {
  const comment = typeof fields['comment'] === 'string' ? fields['comment'].trim().slice(0, longestComment) : ''
  return { comment, revised }
}
