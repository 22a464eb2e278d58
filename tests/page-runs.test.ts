import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readWebFiles } from '../src/api/web-files.ts'
import { inventedApi, listen } from './invented-api.ts'
import { inventedService } from './invented-service.ts'
import { inventedUpkeep } from './invented-upkeep.ts'
import { args, executablePath, seriousFindings } from './page-browser.ts'

const stopped = '11111111-1111-4111-8111-111111111111'

/** Needs Debian's `chromium`; skipped, and counted as skipped, where it is absent. */
describe.skipIf(!existsSync(executablePath))('the page of runs', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof listen>>
  let upkeep: ReturnType<typeof inventedUpkeep>

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser.close())
  afterEach(() => server.close())

  async function open(path = '/ablaeufe', keysFile: string | null = null): Promise<Page> {
    const service = inventedService()
    upkeep = inventedUpkeep()
    service.upkeep = upkeep
    server = await listen(inventedApi(service, { web: await readWebFiles(), identity: { keysFile, proxy: null } }).api)
    const page = await browser.newPage({ locale: 'de-DE', viewport: { width: 1100, height: 900 } })
    await page.goto(`${server.origin}${path}`)
    if (keysFile === null) await page.locator('details').first().waitFor()
    return page
  }

  test('shows what changed word by word, and what failed with its reason', async () => {
    const page = await open()
    await page.locator('summary').nth(1).click()
    await page.getByText('Kein XML.').waitFor()
    await page.getByRole('button', { name: '§ 2a' }).click()
    await page.locator('.diff').waitFor()
    expect(await page.locator('.diff ins, .diff del').count()).toBeGreaterThan(0)
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/ablaeufe.png`, fullPage: true })
    expect(await seriousFindings(page)).toEqual([])
  })

  test('opens the run its address names; withdrawing is asked twice, by keyboard alone', async () => {
    const page = await open(`/ablaeufe#${stopped}`)
    await page.getByText('<b>AltG</b>').waitFor()
    const button = page.getByRole('button', { name: 'Zurückziehen …' })
    await button.focus()
    await page.keyboard.press('Enter')
    expect(upkeep.confirmed).toEqual([])
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => upkeep.confirmed).toEqual([{ id: stopped, by: 'local' }])
  })

  test('gives the runs as files with the key of the person, and asks for it where there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fundstelle-runs-page-'))
    const keysFile = join(folder, 'keys.json')
    const hash = `sha256:${createHash('sha256').update('redaktion').digest('hex')}`
    writeFileSync(keysFile, JSON.stringify([{ hash, role: 'editor', pseudonym: 'red' }]))
    const page = await open('/ablaeufe', keysFile)
    await page.locator('#error .problem').waitFor()
    const refused = page.waitForResponse((response) => response.url().endsWith('/v1/runs.rss'))
    await page.getByRole('link', { name: 'RSS' }).click()
    expect((await refused).status()).toBe(401)
    expect(await page.evaluate('document.title')).toContain('Abläufe')
    expect(await page.locator('#key-form').isVisible()).toBe(true)
    await page.getByLabel('Zugangsschlüssel der Redaktion').fill('redaktion')
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.locator('details').first().waitFor()
    const contents: string[] = []
    for (const [name, file] of [
      ['RSS', 'ablaeufe.rss'],
      ['JSON', 'ablaeufe.json'],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name, exact: true }).click()
      expect((await download).suggestedFilename()).toBe(file)
      contents.push(readFileSync(await (await download).path(), 'utf8'))
    }
    expect(contents[0]).toContain('<rss')
    expect(JSON.parse(contents[1] ?? '')).toMatchObject({ runs: [{}, {}, {}] })
    rmSync(folder, { recursive: true })
  })
})
