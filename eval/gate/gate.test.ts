import { describe, expect, test } from 'vitest'
import { inventedRun, judgeMetric, rightMetric } from '../../tests/invented-runs.ts'
import { readThreshold } from '../report/threshold.ts'
import { holdGate } from './hold-gate.ts'
import { printGate } from './print-gate.ts'

const all = Array<number>(30).fill(1)
const half = all.map((_, place) => place % 2)

describe('the gate', () => {
  test('opens where every threshold holds and nothing got worse', () => {
    const result = holdGate(inventedRun('neu', all), [readThreshold('right>=0.95')], inventedRun('alt', all))
    expect(result).toMatchObject({ passed: true, losses: [], failed: [] })
    expect(printGate(result)).toMatch(/^BESTANDEN/)
  })

  test('stays shut below a threshold, and says which', () => {
    const result = holdGate(inventedRun('neu', half), [readThreshold('right>=0.95')], null)
    expect(result.passed).toBe(false)
    expect(printGate(result)).toContain('Schwelle verfehlt: Richtig: 0,5 statt mindestens 0,95')
  })

  test('stays shut where a run is significantly worse than the one let through last, above every threshold', () => {
    const result = holdGate(inventedRun('neu', half), [readThreshold('right>=0.4')], inventedRun('alt', all))
    expect(result.passed).toBe(false)
    expect(printGate(result)).toContain('neu ist schlechter als alt')
  })

  test('does not open because questions failed', () => {
    const run = inventedRun('neu', all)
    run.answers = run.answers.map((answer, place) => (place === 3 ? { ...answer, status: 'failed' } : answer))
    expect(holdGate(run, [], null)).toMatchObject({ passed: false, failed: ['mu-004'] })
  })

  test('a judge nobody calibrated neither opens nor shuts it by comparison', () => {
    const judged = (values: number[]) => {
      const run = inventedRun(values === all ? 'alt' : 'neu', all, { metrics: [rightMetric, judgeMetric] })
      run.judge = 'uncalibrated'
      run.questions = run.questions.map((each, place) => ({
        ...each,
        scores: { ...each.scores, judged: values[place] ?? null },
      }))
      return run
    }
    expect(holdGate(judged(half), [], judged(all)).passed).toBe(true)
  })

  test('a baseline on other questions is an error, not a pass', () => {
    const other = inventedRun('alt', all)
    other.facts = { ...other.facts, setSha256: 'c'.repeat(64) }
    expect(() => holdGate(inventedRun('neu', all), [], other)).toThrow(/nicht vergleichbar/)
  })
})
