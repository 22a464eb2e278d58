import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readWebFiles } from '../src/api/web-files.ts'
import { inventedApi, listen } from './invented-api.ts'
import { inventedFlagged } from './invented-flagged.ts'
import { inventedService } from './invented-service.ts'

const executablePath = '/usr/bin/chromium'
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']

const sides = [
  { rank: 'statute' as const, label: '§ 2a Abs. 1 Satz 1 MusterAufG', citation: 1 },
  { rank: 'decree' as const, label: 'Nr. 3 Mustererlass', citation: 2 },
]
const conflicts = [{ message: 'Gesetz und Erlass sagen Verschiedenes.', sides }]
const text = 'Die Frage geht davon aus: „sie gilt neun Jahre“. § 2a sagt: „vier“.'
const corrections = [{ premise: 'sie gilt neun Jahre', start: 0, end: 19, text, citation: 2 }]

/** Needs Debian's `chromium`; skipped, and counted as skipped, where it is absent. */
describe.skipIf(!existsSync(executablePath))('the page', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof listen>>

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser.close())
  afterEach(() => server.close())

  async function askOn(width: number): Promise<Page> {
    const service = inventedService()
    const { answering } = service
    service.answering = async (asking) => ({
      ...(await answering(asking)),
      citations: inventedFlagged(asking.question).citations,
      corrections,
      conflicts,
    })
    const identity = { keysFile: null, proxy: null }
    server = await listen(inventedApi(service, { web: await readWebFiles(), identity }).api)
    const page = await browser.newPage({ locale: 'de-DE', viewport: { width, height: 900 } })
    await page.goto(`${server.origin}/`)
    await page.locator('#territory option').first().waitFor({ state: 'attached' })
    await page.getByLabel('Frage', { exact: true }).fill('Wann wird die Musterkarte erteilt?')
    await page.getByRole('button', { name: 'Frage stellen' }).click()
    await page.getByText('Antwort fertig').waitFor()
    return page
  }

  test('corrects a false premise before the answer, and sets sources that differ side by side', async () => {
    const page = await askOn(1100)
    const [correction, claim] = [page.locator('.correction'), page.locator('#claims .claim').first()]
    expect(await correction.textContent()).toContain('Die Frage geht davon aus: „sie gilt neun Jahre“.')
    expect((await correction.boundingBox())?.y).toBeLessThan((await claim.boundingBox())?.y ?? 0)
    const [left, right] = await boxes(page)
    expect(left?.y).toBe(right?.y)
    expect(left?.x).toBeLessThan(right?.x ?? 0)
    const conflict = page.getByRole('region', { name: 'Widerspruch zwischen Quellen' })
    expect(await conflict.getByRole('listitem').count()).toBe(2)
    expect(await conflict.textContent()).toMatch(/Gesetz.*45 000 Mustertalern.*Erlass.*höchstens vier Jahre/)
    await conflict.getByRole('button', { name: /^Fundstelle 2/ }).click()
    await page.locator('#norm mark').waitFor()
    expect(await page.locator('.citations > li').nth(1).locator('.notice').textContent()).toContain(
      'nach diesem Erlass',
    )
    expect(await page.locator('#result').textContent()).toContain('Fakten: 2 Aussagen geprüft, 1 entfernt')
  })

  test('sets them one below the other where it is narrow, and a screen reader finds no fault', async () => {
    const page = await askOn(360)
    const [first, then] = await boxes(page)
    expect(first?.x).toBe(then?.x)
    expect(first?.y).toBeLessThan(then?.y ?? 0)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string }[] }
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  })
})

async function boxes(page: Page) {
  return Promise.all((await page.locator('.sides > li').all()).map((side) => side.boundingBox()))
}
