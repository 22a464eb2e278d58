import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serveReview } from '../eval/review/serve-review.ts'
import { readReviews, standing } from '../eval/review/reviews-folder.ts'
import type { StoredRun } from '../eval/run/read-run.ts'
import { tellingRun } from './invented-run-folder.ts'

let parent: string
let runs: StoredRun[]
let review: Awaited<ReturnType<typeof serveReview>>

beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'review-page-'))
  runs = [
    tellingRun(parent, 'geheimsystem', 'Als **Geheimsystem** sage ich: '),
    tellingRun(parent, 'zweitsystem', 'Ich bin Erfunden-7b: '),
  ]
  review = await serveReview(runs, 0)
})
afterEach(async () => {
  await review.close()
  rmSync(parent, { recursive: true })
})

const executablePath = '/usr/bin/chromium'
const args =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** Needs Debian's `chromium`; skipped, and counted as skipped, where it is absent. */
describe.skipIf(!existsSync(executablePath))('in a browser', () => {
  let browser: Browser
  let faults: string[]

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: args.split(' ') })
  })
  afterAll(() => browser.close())

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1100, height: 900 }, ...options })
    const page = await context.newPage()
    faults = []
    page.on('request', (each) => {
      if (!each.url().startsWith(review.url)) faults.push(each.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text())
    })
    await page.goto(review.url)
    return page
  }

  async function begin(page: Page, part: string): Promise<void> {
    await page.getByLabel('Pseudonym').fill('anna')
    await page.getByLabel('Juristin oder Jurist').check()
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.goto(`${review.url}${part}`)
  }

  test('everything is judged by keyboard alone: grade, sources, comment, statements, undo', async () => {
    const page = await open()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('anna')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('0 von 6 beurteilt').waitFor()
    await page.getByRole('link', { name: 'Beginnen' }).first().focus()
    await page.keyboard.press('Enter')
    await heading(page, 'Antwort 1 von 6')
    await page.keyboard.press('3')
    await page.keyboard.press('n')
    await page.keyboard.press('k')
    await page.keyboard.type('1 Stempel zu viel, jn')
    await page.keyboard.press('Control+Enter')
    await heading(page, 'Antwort 1 von 6: beurteilt')
    expect(await page.getByRole('status').textContent()).toMatch(
      /falsch, die Quellen tragen sie nicht\s*– 1 Stempel zu viel, jn/,
    )
    await page.keyboard.press('p')
    await page.keyboard.press('1')
    await page.keyboard.press('4')
    await page.keyboard.press('Enter')
    await page.getByText('Aussage für Aussage (2 von 2)').waitFor()
    await page.keyboard.press('e')
    expect(await page.getByText('Kernaussagen').isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    await heading(page, 'Antwort 2 von 6')
    await page.keyboard.press('1')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await heading(page, 'Antwort 2 von 6: beurteilt')
    await page.keyboard.press('z')
    await heading(page, 'Antwort 2 von 6')
    const [graded, points] = standing(readReviews(runs))
    expect(graded).toMatchObject({
      grade: 'wrong',
      sourcesCarry: false,
      comment: '1 Stempel zu viel, jn',
      role: 'juristin',
    })
    expect(points).toMatchObject({ labels: [{ label: 'supported' }, { label: 'contradicted' }] })
    expect(faults).toEqual([])
  })

  test('two answers stand side by side, in a narrow window one below the other, and never wider', async () => {
    const page = await open()
    await begin(page, 'vergleich')
    const [a, b] = await Promise.all(['Antwort A', 'Antwort B'].map((name) => boxOf(page, name)))
    expect(a?.y).toBe(b?.y)
    await page.screenshot({ path: '/tmp/review-pair.png', fullPage: true })
    await page.setViewportSize({ width: 320, height: 640 })
    const [upper, lower] = await Promise.all(['Antwort A', 'Antwort B'].map((name) => boxOf(page, name)))
    expect(lower?.y ?? 0).toBeGreaterThan(upper?.y ?? 0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.screenshot({ path: '/tmp/review-narrow.png', fullPage: true })
    await page.keyboard.press('4')
    await page.keyboard.press('Enter')
    await heading(page, 'Vergleich 1 von 3: beurteilt')
    expect(standing(readReviews(runs))).toMatchObject([{ preference: 'unusable' }])
  })

  test.each(['light', 'dark'] as const)('axe finds nothing serious on any page in %s', async (colorScheme) => {
    const page = await open({ colorScheme })
    expect(await seriousFindings(page)).toEqual([])
    await begin(page, '')
    expect(await seriousFindings(page)).toEqual([])
    await page.screenshot({ path: `/tmp/review-start-${colorScheme}.png`, fullPage: true })
    await page.goto(`${review.url}einzeln`)
    await page.keyboard.press('2')
    await page.keyboard.press('j')
    expect(await seriousFindings(page)).toEqual([])
    await page.screenshot({ path: `/tmp/review-single-${colorScheme}.png`, fullPage: true })
    await page.keyboard.press('Enter')
    await heading(page, 'Antwort 1 von 6: beurteilt')
    await page.keyboard.press('p')
    await page.keyboard.press('e')
    expect(await seriousFindings(page)).toEqual([])
    await page.screenshot({ path: `/tmp/review-judged-${colorScheme}.png`, fullPage: true })
    await page.goto(`${review.url}vergleich`)
    expect(await seriousFindings(page)).toEqual([])
  })

  test('what an answer says is shown as text, never run', async () => {
    runs[0]!.answers[0]!.answer = 'a < b & <img src=x onerror="document.title=`broken`"> "c"'
    await review.close()
    review = await serveReview(runs, 0)
    const page = await open()
    await begin(page, 'einzeln')
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await page.goto(`${review.url}einzeln?nr=${number}`)
      expect(await page.title()).toBe(`Antwort ${number} von 6`)
      expect(await page.locator('.question').textContent()).toContain('<Musterstempel>')
    }
    expect(faults).toEqual([])
  })
})

function heading(page: Page, name: string): Promise<void> {
  return page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
}

function boxOf(page: Page, name: string) {
  return page.getByRole('heading', { name, exact: true }).boundingBox()
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[]
  }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
