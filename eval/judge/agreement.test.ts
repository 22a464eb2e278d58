import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoredRun } from '../run/read-run.ts'
import { aCase, anAnswer } from '../score/__fixtures__/records.ts'
import { agreementOf, type Item, jointLabel } from './agreement.ts'
import { calibrate } from './calibrate.ts'
import { type Calibration, lackingIn } from './calibration.ts'
import type { PointsLine } from './judge-line.ts'
import { printCalibration } from './print-judgement.ts'
import { readLabels } from './read-labels.ts'
import { pointsKey } from './statements.ts'

const items = (person: Item['person'], judge: Item['judge'], times: number): Item[] =>
  Array.from({ length: times }, () => ({ person, judge }))

describe('agreement', () => {
  test('of two labels is the textbook’s', () => {
    // Observed 35 of 50 alike; by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5: κ = 0.2 ÷ 0.5.
    const agreement = agreementOf([
      ...items('supported', 'supported', 20),
      ...items('supported', 'missing', 5),
      ...items('missing', 'supported', 10),
      ...items('missing', 'missing', 15),
    ])
    expect(agreement.kappa).toBeCloseTo(0.4, 12)
    expect(agreement).toMatchObject({ items: 50, negatives: 0.5, sensitivity: 0.8, specificity: 0.6, unreadable: 0 })
  })

  test('of four labels in order is worked out by hand, each apart and weighted by how far apart', () => {
    const agreement = agreementOf([
      ...items('supported', 'partly', 1),
      ...items('partly', 'partly', 1),
      ...items('missing', 'missing', 1),
      ...items('contradicted', 'missing', 1),
    ])
    // Unweighted: 1/2 alike, by chance 1/4. Linear: apart 1/6, by chance (2 + 2/3 + 2/3 + 2) ÷ 16 = 1/3.
    expect(agreement.kappa).toBeCloseTo(1 / 3, 12)
    expect(agreement.weightedKappa).toBeCloseTo(1 / 2, 12)
  })

  test('is what scikit-learn says', () => {
    // scikit-learn 1.9.1: cohen_kappa_score(person, judge), and with weights='linear'; computed outside.
    const order = ['supported', 'partly', 'missing', 'contradicted'] as const
    const [person, judge] = [
      [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 0, 2],
      [0, 1, 0, 1, 2, 2, 2, 0, 3, 2, 0, 3],
    ]
    const agreement = agreementOf(
      person.map((label, at) => ({ person: order[label] ?? 'missing', judge: order[judge[at] ?? 2] ?? 'missing' })),
    )
    expect(agreement.kappa).toBeCloseTo(0.423076923076923, 12)
    expect(agreement.weightedKappa).toBeCloseTo(0.5909090909090908, 12)
  })

  test('counts a reply that could not be read against the judge, on both sides', () => {
    const agreement = agreementOf([
      ...items('supported', 'supported', 4),
      ...items('supported', 'unreadable', 1),
      ...items('missing', 'missing', 4),
      ...items('missing', 'unreadable', 1),
    ])
    expect(agreement).toMatchObject({ sensitivity: 0.8, specificity: 0.8, unreadable: 0.2 })
    // Observed 0.8; by chance 0.5 · 0.4 + 0.5 · 0.4 = 0.4.
    expect(agreement.kappa).toBeCloseTo(0.4 / 0.6, 12)
  })

  test('is 1 for the same verdicts and never more, and tells nothing where nobody ever differs', () => {
    const label = fc.constantFrom<Item['person']>('supported', 'partly', 'missing', 'contradicted')
    fc.assert(
      fc.property(fc.array(fc.record({ person: label, judge: label }), { minLength: 2, maxLength: 30 }), (some) => {
        const { kappa, weightedKappa } = agreementOf(some)
        for (const value of [kappa, weightedKappa].filter((each) => !Number.isNaN(each)))
          expect(value).toBeLessThanOrEqual(1)
        const same = agreementOf(some.map(({ person }) => ({ person, judge: person })))
        if (new Set(some.map(({ person }) => person)).size > 1)
          expect(same).toMatchObject({ kappa: 1, weightedKappa: 1 })
        else expect(same.kappa).toBeNaN()
      }),
    )
  })

  test('takes what most people say, and of equally many the less favourable', () => {
    expect(jointLabel(['supported', 'supported', 'missing'])).toBe('supported')
    expect(jointLabel(['supported', 'missing'])).toBe('missing')
  })
})

describe('labels', () => {
  test('are read from CSV and JSON Lines alike, with German or English words', () => {
    const csv = '\uFEFFcaseId,keyPoint,label,reviewer\nq-1,"Die Karte gilt, und zwar zwei Jahre.",Enthalten,anna\n'
    const json =
      '{"caseId":"q-1","keyPoint":"Die Karte gilt, und zwar zwei Jahre.","label":"supported","reviewer":"anna"}\n'
    expect(readLabels(csv, true)).toEqual(readLabels(json, false))
    expect(() => readLabels('caseId,keyPoint,label,reviewer\nq-1,x,gut,anna', true)).toThrow('„gut“ ist kein Urteil')
  })
})

describe('a calibration', () => {
  const points = Array.from({ length: 10 }, (_, at) => `Aussage ${at} über die Mondkarte.`)
  const reference = aCase({ key_points: points })
  const answer = anAnswer()
  const run = { cases: [reference], answers: [answer] } as unknown as StoredRun
  const judge = { model: 'erfunden', promptHash: 'p' }
  const line: PointsLine = {
    kind: 'points',
    ...judge,
    key: pointsKey(judge, reference, answer),
    caseId: 'q-1',
    repeat: 1,
    raw: '',
    fault: null,
    askedAt: '',
    verdicts: points.map((statement, at) => ({
      statement,
      sort: 'key_point',
      verdict: at < 5 ? 'supported' : 'missing',
    })),
  }
  const labels = (reviewer: string) =>
    points.map((keyPoint, at) => ({
      caseId: 'q-1',
      repeat: 1,
      keyPoint,
      label: at < 5 ? ('supported' as const) : ('missing' as const),
      reviewer,
    }))

  test.each(['developer:kim', 'Entwicklung', 'model:qwen3', 'KI', 'LLM-Urteil', 'dev'])(
    'refuses labels of %s: they are nobody’s who could vouch for it',
    (reviewer) => {
      expect(() => calibrate([line], labels(reviewer), run)).toThrow('keine Urteile von Fachleuten')
    },
  )

  test('counts people alone where both stand in one file', () => {
    const report = calibrate([line], [...labels('anna'), ...labels('model:qwen3')], run)
    expect(report).toMatchObject({
      refused: 10,
      unmatched: 0,
      calibration: { items: 10, kappa: 1, reviewers: ['anna'] },
    })
    expect(printCalibration(report)).toContain('Nicht kalibriert: weniger als 200 Urteile.')
  })

  test('says how many labels are of something the judge was not asked', () => {
    const other = { ...labels('anna')[0], keyPoint: 'Etwas anderes.' } as ReturnType<typeof labels>[number]
    expect(calibrate([line], [...labels('anna'), other], run)).toMatchObject({ unmatched: 1 })
    expect(() => calibrate([line], [other], run)).toThrow('Keines der Urteile')
    expect(() => calibrate([], labels('anna'), run)).toThrow('noch keine Urteile eines Modells')
  })

  const good: Calibration = {
    ...judge,
    items: 200,
    negatives: 0.4,
    kappa: 0.65,
    weightedKappa: 0.7,
    sensitivity: 0.9,
    specificity: 0.85,
    unreadable: 0.01,
    reviewers: ['anna'],
    labelsSha256: '',
    measuredAt: '',
  }

  test.each<[Partial<Calibration>]>([
    [{ kappa: 0.64 }],
    [{ kappa: Number.NaN }],
    [{ specificity: 0.84 }],
    [{ unreadable: 0.011 }],
    [{ items: 199 }],
    [{ negatives: 0.39 }],
  ])('holds at the bars of the design and fails just below: %j', (worse) => {
    expect(lackingIn(good)).toEqual([])
    expect(lackingIn({ ...good, ...worse })).toHaveLength(1)
  })
})
