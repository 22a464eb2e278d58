import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWebFiles } from '../src/api/web-files.ts'
import { listen } from './invented-api.ts'
import { makeZip } from './make-zip.ts'
import { openStaffDesk, type StaffDesk } from './open-staff-desk.ts'
import { args, executablePath, seriousFindings } from './page-browser.ts'

/** Invented. */
const decree = `Ministerium für Musterwesen des Landes Nordrhein-Westfalen

Erlass vom 12.03.2024

Az.: 15-39.12.01-1

Betreff: Erteilung der Musterkarte

Die Musterkarte gilt vierzig Tage.

Der Erlass vom 12.03.2020 – 15-39.01 – ist damit überholt.
`

/** Needs Debian's `chromium`; skipped, and counted as skipped, where it is absent. */
describe.skipIf(!existsSync(executablePath))('the page of the office’s papers', () => {
  let browser: Browser
  let desk: StaffDesk
  let server: Awaited<ReturnType<typeof listen>>
  let page: Page
  const foreign: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
    desk = await openStaffDesk(null, await readWebFiles())
    server = await listen(desk.api)
    page = await (await browser.newContext({ locale: 'de-DE', viewport: { width: 1100, height: 900 } })).newPage()
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) foreign.push(request.url())
    })
    await page.goto(`${server.origin}/quellen`)
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await desk.close()
  })

  test('without a key nothing is shown but where to sign in, and a reader is told that it is not for them', async () => {
    await page.getByLabel('Zugangsschlüssel der Redaktion').fill('schluessel-reader')
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByText('Bitte einen Schlüssel der Redaktion benutzen.').waitFor()
    expect(await page.locator('#desk').isVisible()).toBe(false)
    await page.getByLabel('Zugangsschlüssel der Redaktion').fill('schluessel-editor')
    await page.keyboard.press('Enter')
    await page.getByText('Es liegt kein Entwurf vor.').waitFor()
  })

  test('a paper is uploaded, and its facts are shown with how sure they are', async () => {
    await page.getByLabel('Dateien wählen').setInputFiles([
      { name: 'Mustererlass.txt', mimeType: 'text/plain', buffer: Buffer.from(decree) },
      { name: 'kaputt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnichts mehr') },
    ])
    await page.getByText('1 von 2 Dateien wurden nicht angenommen; warum, steht unten.').waitFor()
    expect(await page.locator('#refused').textContent()).toContain('beschädigt')
    await page.locator('#drafts summary').first().focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Datum', { exact: true }).waitFor()
    expect(await page.getByLabel('Datum', { exact: true }).inputValue()).toBe('2024-03-12')
    const about = (await page.locator('#drafts').textContent()) ?? ''
    for (const text of ['sicher erkannt', 'nicht gefunden', 'Erlass vom 12.03.2024', 'Gilt ab', '12.03.2024'])
      expect(about).toContain(text)
    expect(await seriousFindings(page)).toEqual([])
  })

  test('what it may do to another is decided by the person, who sees that in the history', async () => {
    const possible = page.locator('#drafts').getByText('Steht womöglich im Text')
    expect(await possible.textContent()).toContain('Hebt auf „Erlass“')
    await page.getByRole('button', { name: 'Erlass: trifft nicht zu' }).click()
    await page.getByText('Verworfen: das wirkt mit dem Veröffentlichen.').waitFor()
    await page.getByText('Von der Redaktion verworfen').waitFor()
    await page.locator('#drafts').getByText('Verlauf (2)').click()
    expect(await page.locator('#drafts').textContent()).toContain('key:sb-editor): Wirkung auf andere')
  })

  test('a fact is corrected and the paper published, by keyboard alone', async () => {
    await page.getByLabel('Betreff').fill('Erteilung der Musterkarte an Fachkräfte')
    await page.getByRole('button', { name: 'Veröffentlichen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Veröffentlicht: Antworten können sich jetzt darauf stützen.').waitFor()
    const summary = page.locator('#published summary').first()
    await summary.getByText('Mustererlass.txt: veröffentlicht').waitFor()
    await page.locator('#published').getByLabel('Betreff').waitFor()
    expect(await page.evaluate('document.activeElement.innerText')).toContain('Mustererlass.txt')
    expect(await page.locator('#published').textContent()).toContain('von der Redaktion angegeben')
  })

  test('it is withdrawn with a reason, and that is taken back', async () => {
    await page.getByRole('button', { name: 'Zurückziehen' }).click()
    await page.getByLabel('Grund').fill('Versehen')
    await page.keyboard.press('Enter')
    await page.getByText('Zurückgezogen: Keine Antwort stützt sich mehr darauf.').waitFor()
    await page.locator('#published').getByText('Mustererlass.txt: zurückgezogen').waitFor()
    await page.getByRole('button', { name: 'Letzten Schritt zurücknehmen' }).click()
    await page.getByText('Der letzte Schritt ist zurückgenommen.').waitFor()
    await page.locator('#published').getByText('Mustererlass.txt: veröffentlicht').waitFor()
    await page.locator('#published').getByText('Verlauf (6)').click()
    expect(await page.locator('#published').textContent()).toContain('zurückgezogen (key:sb-editor), Versehen')
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a copy that goes on answering is named when the one is withdrawn', async () => {
    await page
      .getByLabel('Dateien wählen')
      .setInputFiles([{ name: 'Kopie.txt', mimeType: 'text/plain', buffer: Buffer.from(`${decree}\n`) }])
    await page.getByText('Die Datei ist gelesen.').waitFor()
    await page.locator('#drafts summary').first().focus()
    await page.keyboard.press('Enter')
    await page.getByText('Derselbe Text liegt schon vor').waitFor()
    await page.locator('#drafts').getByRole('button', { name: 'Veröffentlichen' }).press('Enter')
    const copy = page.locator('#published details.paper', { hasText: 'Kopie.txt: ' })
    await copy.getByRole('button', { name: 'Zurückziehen', exact: true }).press('Enter')
    await page.getByLabel('Grund').fill('Doppelt')
    await page.keyboard.press('Enter')
    const said = page.locator('#status', { hasText: 'und antwortet weiter' })
    await said.waitFor()
    expect(await said.textContent()).toContain('Derselbe Text liegt noch als office:mustererlass.txt vor')
  })

  test('what of an archive was not read is said, and where a paper came in', async () => {
    const zip = makeZip([
      { name: 'gut.txt', content: 'Vermerk\n\nDie Zipkarte gilt einen Tag.\n' },
      { name: 'leer.txt', content: '' },
    ])
    await page
      .getByLabel('Dateien wählen')
      .setInputFiles([{ name: 'Erlasse.zip', mimeType: 'application/zip', buffer: zip }])
    await page.locator('#unpacked').getByText('Erlasse.zip', { exact: true }).waitFor()
    expect(await page.locator('#unpacked').textContent()).toContain('leer.txt: Die Datei ist leer')
    expect(await page.locator('#drafts').textContent()).toContain('gut.txt (aus Erlasse.zip): Entwurf')
  })

  test('a narrow window shows all of it without scrolling sideways', async () => {
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  })

  test('nothing is fetched from elsewhere', () => {
    expect(foreign).toEqual([])
  })
})
