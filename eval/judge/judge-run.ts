import { createSlots } from '../../src/models/slots.ts'
import type { StoredRun } from '../run/read-run.ts'
import { askPair, askPoints, type Judge, pairKey, type PairQuestion } from './ask-judge.ts'
import type { JudgeLine, PairLine, PointsLine } from './judge-line.ts'
import { pointsKey, statementsOf } from './statements.ts'

/** A model that does not answer so often in a row is not asked again: each call may take minutes to give up. */
const failuresInRow = 4

/** What came of asking a judge about a run. */
export interface Judgement<Line> {
  /** Verdicts of this judge on what the run holds now, from earlier or new. */
  lines: Line[]
  /** How many of them were asked for now. */
  asked: number
  /** Why others could not be asked; asking again tries them again. */
  failures: unknown[]
}

export interface Asking {
  /** Lines of earlier times: what they hold is not asked again. */
  known: JudgeLine[]
  /** Gets each new line as soon as it is there. */
  keep(line: JudgeLine): void
  /** Questions that are with the model at once. */
  concurrency: number
}

/** Asks about every answer that was not judged yet by this judge. */
export function judgePoints(
  judge: Judge,
  { cases, answers }: StoredRun,
  asking: Asking,
): Promise<Judgement<PointsLine>> {
  const questions = answers.flatMap((answer) => {
    const reference = cases.find(({ id }) => id === answer.caseId)
    const isAsked = answer.status === 'answered' && reference && statementsOf(reference).length > 0
    return isAsked ? [{ reference, answer }] : []
  })
  const identity = { model: judge.chat.name, promptHash: judge.prompt.hash }
  return askAll(
    questions,
    ({ reference, answer }) => {
      const key = pointsKey(identity, reference, answer)
      return asking.known.find((line): line is PointsLine => line.kind === 'points' && line.key === key)
    },
    ({ reference, answer }) => askPoints(judge, reference, answer),
    asking,
  )
}

/** Asks twice about each question that both runs answered, in both orders. */
export function judgePairs(
  judge: Judge,
  own: StoredRun,
  theirs: StoredRun,
  asking: Asking,
): Promise<Judgement<PairLine>> {
  const questions = own.cases.flatMap((reference): PairQuestion[] => {
    const [mine, other] = [own, theirs].map(({ answers }) =>
      answers.find(({ caseId, repeat, status }) => caseId === reference.id && repeat === 1 && status === 'answered'),
    )
    if (!mine || !other) return []
    return [false, true].map((swapped) => ({ reference, own: mine, theirs: other, other: theirs.name, swapped }))
  })
  return askAll(
    questions,
    (question) => {
      const key = pairKey(judge, question)
      return asking.known.find((line): line is PairLine => line.kind === 'pair' && line.key === key)
    },
    (question) => askPair(judge, question),
    asking,
  )
}

/** What a timer takes at most: nobody waits for a person here. */
const longestTimerMs = 2 ** 31 - 1

async function askAll<Question, Line extends JudgeLine>(
  questions: Question[],
  find: (question: Question) => Line | undefined,
  ask: (question: Question) => Promise<Line>,
  { keep, concurrency }: Asking,
): Promise<Judgement<Line>> {
  // The model's own line counts waiting as time spent: a run of hundreds must not stand in it.
  const slots = createSlots(concurrency)
  const turn = {
    owner: 'evaluation',
    signal: new AbortController().signal,
    patienceMs: longestTimerMs,
    onMove: () => {},
  }
  let asked = 0
  let inRow = 0
  const failures: unknown[] = []
  const lines = await Promise.all(
    questions.map(async (question) => {
      const known = find(question)
      if (known) return known
      try {
        const line = await slots.run(turn, () => {
          if (inRow >= failuresInRow) throw new Error('Das Modell hat mehrmals nacheinander nicht geantwortet.')
          return ask(question)
        })
        inRow = 0
        asked += 1
        keep(line)
        return line
      } catch (error) {
        inRow += 1
        failures.push(error)
        return null
      }
    }),
  )
  return { lines: lines.filter((line) => line !== null), asked, failures }
}
