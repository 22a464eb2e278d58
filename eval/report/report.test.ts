import { describe, expect, test } from 'vitest'
import { inventedRun, judgeMetric, rightMetric } from '../../tests/invented-runs.ts'
import { reportPage } from './pages/report-page.ts'
import { printRuns } from './print-runs.ts'
import { holdThreshold, readThreshold } from './threshold.ts'
import { writeCsv } from './write-csv.ts'
import { writeJson } from './write-json.ts'
import { writeJUnit } from './write-junit.ts'
import { writeMarkdown } from './write-markdown.ts'

const half = Array.from({ length: 20 }, (_, place) => place % 2)
const all = Array<number>(20).fill(1)
const old = inventedRun('alt', half)
const better = inventedRun('neu', all)

describe('the report as one HTML file', () => {
  test('shows the questions that turned before the figures, and every question with both answers', async () => {
    const page = await reportPage([old, better], [])
    expect(page.indexOf('Umgeschlagene Fragen')).toBeLessThan(page.indexOf('<h2>Kennzahlen</h2>'))
    expect(page).toContain('neu ist besser als alt')
    expect(page.match(/<details/g)).toHaveLength(20)
    expect(page.match(/<article>/g)).toHaveLength(40)
    expect(page).toContain('<a href="#frage-mu-001">')
    expect(page).toContain('[Zitat nicht wörtlich]')
  })

  test('needs nothing from anywhere: no script, no address, and what systems wrote stays text', async () => {
    const page = await reportPage([old, better], [])
    expect(page).not.toMatch(/<script|<link|<img|@import/)
    expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//)
    expect(page).toContain('&lt;b&gt;sind&lt;/b&gt;')
    expect(page).not.toContain('<b>sind</b>')
  })

  test('draws the figures with their intervals, and says them to a screen reader', async () => {
    const page = await reportPage([old, better], [])
    expect(page).toMatch(
      /<svg[^>]* role="img"[^>]*aria-label="Kennzahlen|<svg[^>]*aria-label="Kennzahlen[^>]* role="img"/,
    )
    expect(page).toContain('Richtig, neu: 1,00')
  })

  test('of one run alone there is nothing to compare', async () => {
    expect(await reportPage([old], [])).not.toContain('Unterschied')
  })

  test('earlier runs on the same questions are drawn as a course', async () => {
    const point = { metric: 'Richtig', system: 'neu', mean: 0.5, low: 0.4, high: 0.6 }
    const history = [
      { ...point, at: new Date('2026-10-01') },
      { ...point, mean: 0.7, at: new Date('2026-11-01') },
    ]
    expect(await reportPage([better], history)).toContain('<h2>Verlauf</h2>')
    expect(await reportPage([better], history.slice(1))).not.toContain('<h2>Verlauf</h2>')
  })
})

describe('the same figures in other forms', () => {
  test('for the terminal: a table, and what may be said', () => {
    const printed = printRuns([old, better])
    expect(printed).toMatch(/^\* Richtig +0,50 \(0,\d\d–0,\d\d\), n = 20 +1,00 \(0,86–1,00\), n = 20$/m)
    expect(printed).toContain('mu-001 gewonnen')
  })

  test('for a council paper: Markdown whose cells cannot be broken by a name', () => {
    const markdown = writeMarkdown([inventedRun('a|b', half)], [])
    expect(markdown).toContain('| Kennzahl | a\\|b |')
    expect(markdown).not.toContain('Unterschied')
  })

  test('for programs: JSON with every question', () => {
    const json: unknown = JSON.parse(writeJson([old, better], []))
    expect(json).toMatchObject({
      runs: [{ name: 'alt' }, { questions: expect.any(Array) }],
      comparison: { metrics: [{ verdict: 'better' }, { n: 20 }] },
    })
  })

  test('for spreadsheets: a line a question and system, and no cell that calculates', () => {
    const run = inventedRun('neu', [1])
    run.answers[0] = { ...run.answers[0], answer: '=HYPERLINK("x")' } as (typeof run.answers)[number]
    const csv = writeCsv([run])
    expect(csv.split('\r\n')[0]).toContain('id,system,kind')
    expect(csv).toContain(`'=HYPERLINK`)
  })

  test('runs on other questions are not compared', () => {
    const other = inventedRun('neu', all)
    other.facts = { ...other.facts, setSha256: 'b'.repeat(64) }
    expect(() => printRuns([old, other])).toThrow(/nicht dieselben Fragen/)
  })
})

describe('thresholds', () => {
  test('a figure at the threshold passes, one below fails and says by how much', () => {
    expect(holdThreshold(old, readThreshold('right>=0.5'))).toMatchObject({ passed: true, fault: null })
    expect(holdThreshold(old, readThreshold('right >= 0,95'))).toMatchObject({
      passed: false,
      fault: 'Richtig: 0,5 statt mindestens 0,95',
    })
    expect(holdThreshold(old, readThreshold('words<=100'))).toMatchObject({ passed: false })
  })

  test('what was not measured does not pass, nor does a judge that nobody calibrated', () => {
    expect(holdThreshold(old, readThreshold('other>=0'))).toMatchObject({ passed: false })
    const judged = inventedRun('neu', all, { metrics: [rightMetric, judgeMetric], judge: 'uncalibrated' })
    expect(holdThreshold(judged, readThreshold('judged>=0.1')).fault).toContain('nicht kalibriert')
    const calibrated = { ...judged, judge: 'calibrated' as const }
    expect(holdThreshold(calibrated, readThreshold('judged>=0.1')).passed).toBe(true)
  })

  test.each(['right', 'right=1', 'right>=viel', '>=1', 'right>=1>=2'])('„%s“ is no threshold', (words) => {
    expect(() => readThreshold(words)).toThrow(/keine Schwelle/)
  })

  test('CI reads them as JUnit XML', async () => {
    const results = ['right>=0.9', 'right>=0.1'].map((words) => holdThreshold(old, readThreshold(words)))
    const xml = await writeJUnit('muster "A" & B', results)
    expect(xml).toContain('tests="2" failures="1"')
    expect(xml).toContain('<failure message="Richtig: 0,5 statt mindestens 0,9">')
    expect(xml).toContain('name="muster &quot;A&quot; &amp; B"')
  })
})

test('an uncalibrated judge says so at every figure', () => {
  const judged = inventedRun('neu', all, { metrics: [rightMetric, judgeMetric], judge: 'uncalibrated' })
  expect(printRuns([judged])).toMatch(/Urteil .*nicht kalibriert/)
})
