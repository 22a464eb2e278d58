import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readWebFiles } from '../src/api/web-files.ts'
import { inventedApi, listen } from './invented-api.ts'
import { inventedService, type InventedService } from './invented-service.ts'
import { args, ask, executablePath, seriousFindings } from './page-browser.ts'
import { unzip } from './unzip.ts'

describe.skipIf(!existsSync(executablePath))('the page, on an answer that is there', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof listen>>
  let service: InventedService

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser.close())
  afterEach(() => server.close())

  async function open(): Promise<Page> {
    service = inventedService()
    server = await listen(inventedApi(service, { web: await readWebFiles() }).api)
    const page = await (await browser.newContext({ locale: 'de-DE' })).newPage()
    await page.goto(`${server.origin}/`)
    await page.locator('#territory option').first().waitFor({ state: 'attached' })
    return page
  }

  test('an answer is saved as a Word file that the service names', async () => {
    const page = await open()
    await ask(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Vermerk als Word speichern' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(`vermerk-2025-03-05-${service.given[0]?.slice(0, 8)}.docx`)
    expect((await unzip(await readFile(await file.path()))).get('word/document.xml')).toContain('Musterkarte')
  })

  test('a sentence is said to be wrong by keyboard, without a name', async () => {
    const page = await open()
    await ask(page)
    await page.getByRole('button', { name: /Zu Satz 2/ }).press('Enter')
    await page.getByLabel('Was stimmt nicht?').selectOption('veraltet')
    await page.getByLabel('Bemerkung (freiwillig)').fill('Jetzt sind es fünf Jahre.')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Melden', exact: true }).click()
    await page.getByText('ohne Namen gespeichert').waitFor()
    expect(service.feedback).toMatchObject([
      { reason: 'veraltet', comment: 'Jetzt sind es fünf Jahre.', claim: expect.any(String) },
    ])
    expect(await page.locator('#feedback').isVisible()).toBe(false)
  })

  test('a follow-up names the answer it follows, and shows how it was understood', async () => {
    const page = await open()
    await ask(page)
    const { answering } = service
    const rewritten = { from: service.given[0] ?? '', question: 'und bei Ehegatten? (Zuvor gefragt: …)' }
    service.answering = async (asking) => ({ ...(await answering(asking)), rewritten })
    await page.getByLabel('Nachfragen').fill('und bei Ehegatten?')
    await page.getByLabel('Nachfragen').press('Enter')
    await page.getByText(`Verstanden als: ${rewritten.question}`).waitFor()
    expect(await page.locator('#result').textContent()).toContain('Nachfrage: und bei Ehegatten?')
    expect(service.asked[1]).toMatchObject({
      question: { text: 'und bei Ehegatten?', asOf: '2025-03-05' },
      earlier: { from: service.given[0] },
    })
  })

  test('answers whose places changed are told at the start, and looked at again with the words then and now', async () => {
    const page = await open()
    await ask(page)
    expect(await page.locator('#changed').isVisible()).toBe(false)
    service.lawChanged = true
    await page.reload()
    await page.getByText('Eine Ihrer Antworten stützt sich auf inzwischen geänderte Stellen').click()
    expect(await page.locator('#changed').textContent()).toContain(
      'Gilt für den 05.03.2025, nach dem gefragt war, weiter',
    )
    await page.getByRole('button', { name: /^Wann wird die Musterkarte/ }).click()
    await page.getByText('Trägt nicht mehr: 1 von 2 Sätzen').waitFor()
    expect(await page.locator('.diff del').allTextContents()).toEqual(['45'])
    expect(await page.locator('.diff ins').allTextContents()).toEqual(['50'])
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.getByLabel('Rechtslage am').inputValue()).toBe('2025-03-05')
  })
})
