import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inventedRunFolder } from '../../tests/invented-run-folder.ts'
import { inventedRun } from '../../tests/invented-runs.ts'
import { UsageError } from '../commands/command.ts'
import { readReviewOptions } from '../commands/review.ts'
import { readReviewsOptions } from '../commands/reviews.ts'
import type { StoredRun } from '../run/read-run.ts'
import type { Grade, GradeLine, Judgement, PreferenceLine, Role } from './judgement.ts'
import { printReviews } from './print-reviews.ts'
import { figuresOf } from './review-figures.ts'
import { isFirstA, orderFor, reviewItems } from './review-items.ts'
import { keepReview, readReviews, standing } from './reviews-folder.ts'
import { agreementsOf } from './reviewer-agreement.ts'
import { writeJudgements, writeLabels } from './write-reviews.ts'

let parent: string
let runs: StoredRun[]

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'reviews-'))
  const right = Array.from({ length: 12 }, () => 1)
  runs = ['alpha', 'beta', 'gamma'].map((system) => inventedRunFolder(parent, inventedRun(system, right)))
})
afterEach(() => rmSync(parent, { recursive: true }))

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, second)).toISOString()

function grade(reviewer: string, place: number, said: Grade, more: Partial<GradeLine> = {}): GradeLine {
  const item = reviewItems(runs).singles.filter(({ run }) => run === runs[0])[place]!
  return {
    kind: 'grade',
    reviewer,
    role: 'juristin',
    at: at(place),
    item: item.key,
    caseId: item.reference.id,
    repeat: 1,
    run: item.run.name,
    grade: said,
    sourcesCarry: true,
    comment: '',
    revised: false,
    ...more,
  }
}

function prefer(reviewer: string, pair: [number, number], place: number, preference: PreferenceLine['preference']) {
  const names: [string, string] = [runs[pair[0]]!.name, runs[pair[1]]!.name]
  const items = reviewItems(runs).pairs.filter((item) => item.runs.every(({ name }) => names.includes(name)))
  const { key: item, reference } = items[place]!
  const facts = { reviewer, role: 'fachkraft' as Role, at: at(place), caseId: reference.id, repeat: 1, item }
  return { kind: 'preference' as const, ...facts, runs: names, preference, firstIsA: true, comment: '', revised: false }
}

describe('the order', () => {
  test('is each reviewer’s own, the same every time, and holds every answer and every pair once', () => {
    const { singles, pairs } = reviewItems(runs)
    expect([singles.length, pairs.length]).toEqual([36, 36])
    const [anna, ben] = ['anna', 'ben'].map((name) => orderFor(name, singles).map(({ key }) => key))
    expect(orderFor('anna', singles.toReversed()).map(({ key }) => key)).toEqual(anna)
    expect(ben).not.toEqual(anna)
    expect(ben?.toSorted()).toEqual(anna?.toSorted())
    const left = pairs.filter((pair) => isFirstA('anna', pair)).length
    expect(left).toBeGreaterThan(8)
    expect(left).toBeLessThan(28)
  })

  test('leaves out failed answers and refuses runs of different questions', () => {
    const [first, second] = runs as [StoredRun, StoredRun]
    first.answers[0]!.status = 'failed'
    expect(reviewItems([first, second]).pairs).toHaveLength(11)
    second.facts.setSha256 = 'b'.repeat(64)
    expect(() => reviewItems([first, second])).toThrow('nicht dieselben Fragen')
  })

  test('an answer made anew has no judgement', () => {
    const before = reviewItems(runs).singles[0]?.key
    runs[0]!.answers[0]!.answer = 'Vier Stempel.'
    expect(reviewItems(runs).singles[0]?.key).not.toBe(before)
  })
})

describe('stored judgements', () => {
  test('the last one counts, one taken back does not, and half a line of a killed process is no harm', () => {
    const [run] = runs as [StoredRun]
    keepReview(run, grade('anna', 0, 'wrong'))
    keepReview(run, grade('anna', 0, 'correct', { at: at(1), revised: true }))
    keepReview(run, grade('anna', 1, 'partly', { at: at(2) }))
    const { grade: _, ...rest } = grade('anna', 1, 'partly')
    const { reviewer, role, item, caseId, repeat } = rest
    keepReview(run, { kind: 'undo', undone: 'grade', reviewer, role, item, caseId, repeat, at: at(3) })
    const path = join(run.folder, 'reviews/anna.jsonl')
    appendFileSync(path, '{"kind":"gra')
    expect(standing(readReviews(runs))).toMatchObject([{ grade: 'correct', revised: true }])
    keepReview(run, grade('anna', 2, 'dangerous', { at: at(4) }))
    expect(standing(readReviews(runs))).toMatchObject([{ grade: 'correct' }, { grade: 'dangerous' }])
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(6)
    appendFileSync(path, 'kein JSON\n')
    expect(() => readReviews(runs)).toThrow('anna.jsonl, Zeile 6, ist kein lesbares Urteil')
  })
})

describe('the figures', () => {
  test('count an answer once whoever judged it, and dangerous where anybody said so', () => {
    const [run] = runs as [StoredRun]
    const lines = [grade('anna', 0, 'correct'), grade('ben', 0, 'wrong'), grade('anna', 1, 'correct')]
    const figures = figuresOf(run, [...lines, grade('ben', 1, 'dangerous', { sourcesCarry: false })])
    expect(figures).toMatchObject({
      answers: 2,
      judgements: 4,
      reviewers: 2,
      correct: { mean: 0.5 },
      sourcesCarry: { mean: 0.75 },
      dangerous: { hits: 1, n: 2 },
    })
    // One of two: Clopper and Pearson.
    expect(figures.dangerous.low).toBeCloseTo(0.0126, 4)
    expect(figures.dangerous.high).toBeCloseTo(0.9874, 4)
  })

  test('agreement takes only what two judged', () => {
    const lines = [grade('anna', 0, 'correct'), grade('ben', 0, 'correct'), grade('anna', 1, 'wrong')]
    const [note] = agreementsOf([...lines, grade('ben', 1, 'partly'), grade('anna', 2, 'wrong')])
    expect(note).toMatchObject({ title: 'Note', scale: 'ordinal', units: 2, pairs: 2, alike: 1 })
  })

  test('are told in German, those of developers apart, and nothing is claimed of two answers', () => {
    const said = printReviews(runs, [
      grade('anna', 0, 'correct'),
      grade('anna', 1, 'correct'),
      grade('kim', 0, 'wrong', { role: 'entwicklung' }),
      prefer('ben', [0, 1], 0, 'first'),
      prefer('ben', [0, 1], 1, 'first'),
    ])
    for (const line of [
      'alpha: 2 Antworten, 2 Urteile von 1 Person\n  richtig                        1,00 (0,22–1,00)',
      'gefährlich (nach irgendwem)    0,00 (0,00–0,84), 0 von 2, exaktes Intervall',
      'Anteil (Gleichstand halb) 1,00 (0,22–1,00): kein belegbarer Unterschied.',
      'Keine Rangfolge: dafür sind mindestens 30 Vergleiche aus 10 Themen nötig.',
      'Übereinstimmung: nichts wurde von zweien beurteilt; sie ist unbekannt.',
      '(keine Fachurteile; belegen nichts)\n\nalpha: 1 Antwort, 1 Urteil von 1 Person\n  richtig                        0,00',
    ])
      expect(said).toContain(line)
    expect(printReviews(runs, [grade('kim', 0, 'wrong', { role: 'modell' })])).toContain('noch keine Urteile')
    expect(printReviews(runs, [])).toContain('Noch keine Urteile')
  })

  test('say how long a judgement took, breaks left out', () => {
    const minutes = [0, 3, 5, 200, 203]
    const lines = minutes.map((minute, place) => grade('anna', place, 'correct', { at: at(60 * minute) }))
    expect(printReviews(runs, lines)).toContain('Zeit je Urteil: 3 Minuten')
  })

  test('of two systems a preference is claimed where it stands, of three there is a ranking with ranks from to', () => {
    const rounds: [[number, number], PreferenceLine['preference'][]][] = [
      [
        [0, 1],
        ['first', 'first', 'first', 'second', 'equal', 'first', 'first', 'first', 'first', 'first', 'first', 'first'],
      ],
      [[0, 2], Array.from({ length: 12 }, (_, place) => (place % 4 === 0 ? 'second' : 'first'))],
      [[1, 2], Array.from({ length: 12 }, (_, place) => (place % 2 === 0 ? 'second' : 'first'))],
    ]
    const lines: Judgement[] = rounds.flatMap(([pair, said]) =>
      said.map((each, place) => prefer('ben', pair, place, each)),
    )
    const said = printReviews(runs, lines)
    expect(said).toContain('alpha gegen beta: 10-mal besser, 1-mal schlechter, 1-mal gleich')
    expect(said).toMatch(/alpha gegen beta: .*: alpha wird bevorzugt\./)
    expect(said).toMatch(/beta gegen gamma: .*: kein belegbarer Unterschied\./)
    expect(said).toMatch(/ {2}alpha: 0,\d\d \(0,\d\d–0,\d\d\), Rang 1/)
  })
})

describe('the export', () => {
  test('has a row for each judgement, and labels with the role before the name', () => {
    const csv = writeJudgements([grade('anna', 0, 'correct', { comment: '=1+1; "so"' })], 'csv')
    expect(csv.split('\r\n')[0]).toBe(
      'kind,caseId,repeat,run,other,verdict,sourcesCarry,comment,reviewer,role,at,revised',
    )
    expect(csv).toContain(`grade,mu-001,1,alpha-2026,,correct,true,"'=1+1; ""so""",anna,juristin,`)
    const { caseId, item, role } = grade('kim', 0, 'correct', { role: 'entwicklung' })
    const labels = [{ keyPoint: 'Drei Stempel, mindestens.', label: 'supported' as const }]
    const line = {
      kind: 'points' as const,
      reviewer: 'kim',
      role,
      at: at(0),
      item,
      caseId,
      repeat: 1,
      run: 'r',
      labels,
    }
    expect(writeLabels([line], 'csv')).toBe(
      'caseId,repeat,keyPoint,label,reviewer,role\r\nmu-001,1,"Drei Stempel, mindestens.",supported,entwicklung:kim,entwicklung\r\n',
    )
    expect(JSON.parse(writeLabels([line], 'jsonl'))).toMatchObject({ label: 'supported', reviewer: 'entwicklung:kim' })
  })
})

test.each([
  [() => readReviewOptions([])],
  [() => readReviewOptions(['lauf', '--port', 'x'])],
  [() => readReviewsOptions([])],
  [() => readReviewsOptions(['lauf', '--export', 'urteile.xlsx'])],
])('what cannot be meant is refused', (read) => {
  expect(read).toThrow(UsageError)
})
