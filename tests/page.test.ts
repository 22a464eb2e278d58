import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readWebFiles } from '../src/api/web-files.ts'
import { inventedApi, listen } from './invented-api.ts'
import { inventedAbstention, inventedParts, inventedService, type InventedService } from './invented-service.ts'
import { args, ask, executablePath, seriousFindings } from './page-browser.ts'

/** Needs Debian's `chromium`; skipped, and counted as skipped, where it is absent. */
describe.skipIf(!existsSync(executablePath))('the page', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof listen>>
  let service: InventedService
  let foreign: string[]
  let keys: string | null = null

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser.close())
  afterEach(() => server.close())

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    service = inventedService()
    const web = await readWebFiles()
    const identity = { keysFile: keys, proxy: null }
    server = await listen(inventedApi(service, { web, identity }).api)
    foreign = []
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1100, height: 900 }, ...options })
    const page = await context.newPage()
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) foreign.push(request.url())
    })
    await page.goto(`${server.origin}/`)
    await page.locator('#territory option').first().waitFor({ state: 'attached' })
    return page
  }

  test('a question is asked, and a place opened and closed, by keyboard alone', async () => {
    const page = await open()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Zur Frage springen')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Wann wird die Musterkarte erteilt?')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Antwort fertig').waitFor()
    await tabTo(page, '[1]')
    await page.keyboard.press('Enter')
    const mark = page.locator('#norm mark')
    await mark.waitFor()
    expect(await mark.allTextContents()).toEqual([
      'Einer Fachkraft wird die Musterkarte erteilt, wenn sie ein Gehalt von mindestens 45 000 Mustertalern im Jahr nachweist.',
    ])
    expect(await page.locator('#norm').textContent()).toContain('Link zeigt die heutige Fassung')
    await page.keyboard.press('Escape')
    await page.locator('#norm').waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('[1]')
  })

  test('the answer shows its sentences, places, removed sentences and open parts', async () => {
    const page = await open()
    await ask(page)
    const result = (await page.locator('#result').textContent()) ?? ''
    for (const text of [
      'Kein Sprachmodell',
      'Rechtslage am 05.03.2025',
      'Verstanden: ',
      'Die Musterkarte gilt höchstens vier Jahre.',
      'Frist',
      'Ob eine Gebühr anfällt',
      'Die Zahl 99 steht in keiner',
      '§ 2a Abs. 1 Satz 2 MusterAufG (erfunden)',
      'Text seit 01.03.2024',
    ])
      expect(result).toContain(text)
    expect(await page.locator('#banner').isVisible()).toBe(true)
    expect(await page.locator('#claims .claim').count()).toBe(2)
  })

  test('the marked place is in view', async () => {
    const page = await open({ viewport: { width: 700, height: 320 } })
    await ask(page)
    await page.getByRole('button', { name: /^Fundstelle 2/ }).click()
    await page.locator('#norm mark').waitFor()
    const { y = -1, height = 0 } = (await page.locator('#norm mark').boundingBox()) ?? {}
    expect(y).toBeGreaterThan(0)
    expect(y + height).toBeLessThan(320)
  })

  test('an abstention says so and shows the nearest places', async () => {
    const page = await open()
    service.answering = async (asking) => inventedAbstention(asking.question)
    await page.getByLabel('Frage', { exact: true }).fill('Was kostet ein Hund?')
    await page.getByRole('button', { name: 'Frage stellen' }).click()
    await page.getByText('tragen keine Antwort').waitFor()
    expect(await page.locator('#answer .hits > li').count()).toBe(2)
  })

  test('several questions stand under their own headings, the checklist says that it decides nothing', async () => {
    const page = await open({
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 320, height: 640 },
    })
    service.answering = async (asking) => inventedParts({ ...asking.question, style: 'vermerk' })
    await ask(page)
    expect(await page.locator('#result h3').allTextContents()).toEqual([
      'Sachverhalt (wie gefragt)',
      'Rechtslage',
      'Frage 1: Wann wird sie erteilt?',
      'Frage 2: Wie lange gilt sie?',
      'Frage 3: Was kostet ein Hund?',
      'Prüfliste – keine Entscheidung',
      'Offene Punkte',
      'Fundstellen',
    ])
    expect(await page.locator('#claims .claim').count()).toBe(3)
    expect(await page.locator('#claims').textContent()).toContain('Dazu steht in den vorliegenden Texten nichts.')
    expect(await page.locator('.checklist tbody td:nth-child(2)').allTextContents()).toEqual([
      'laut Frage gegeben „Fachkraft aus Nirgendwo“',
      'offen, in der Frage nicht gesagt',
    ])
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.screenshot({ path: '/tmp/page-parts.png', fullPage: true })
    await page.getByRole('button', { name: 'Mit Fundstellen kopieren' }).click()
    await page.getByText('kopiert.').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toContain('Frage 3: Was kostet ein Hund?\nDazu steht in den vorliegenden Texten nichts.')
    expect(copied).toContain('– Sie ist Fachkraft. [1]: laut Frage gegeben („Fachkraft aus Nirgendwo“)')
  })

  test('the answer is copied with its places', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await ask(page)
    await page.getByRole('button', { name: 'Mit Fundstellen kopieren' }).click()
    await page.getByText('kopiert.').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toContain(
      '[2] § 2a Abs. 1 Satz 2 MusterAufG (erfunden): „Die Musterkarte gilt höchstens vier Jahre.“',
    )
    expect(copied).toContain(`${server.origin}/v1/documents/demo%3Amusteraufg/norms/%C2%A7%202a?asOf=2025-03-05`)
  })

  test('invented law leads to its stored text, which is there', async () => {
    const page = await open()
    const { answering } = service
    const own = '/v1/documents/demo:musteraufg/norms/%C2%A7%202a?asOf=2024-03-01'
    service.answering = async (asking) => {
      const answer = await answering(asking)
      const citations = answer.citations.map((each) => ({ ...each, url: own, urlShows: 'this_version' as const }))
      return { ...answer, citations }
    }
    await ask(page)
    const links = await page.locator('.citations a').all()
    expect(await Promise.all(links.map((link) => link.textContent()))).toEqual(links.map(() => 'gespeicherter Text'))
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
    expect((await fetch(`${server.origin}${hrefs[0]}`)).status).toBe(200)
    expect(await page.locator('#result').textContent()).not.toContain('Amtliche Seite')
  })

  test('what a source says is shown as text, never run', async () => {
    const page = await open()
    const { answering } = service
    service.answering = async (asking) => {
      const answer = await answering(asking)
      return { ...answer, notices: ['<img src=x onerror="document.title=`broken`"><b>fett</b>'] }
    }
    await ask(page)
    expect(await page.locator('#answer').textContent()).toContain('<b>fett</b>')
    expect(await page.title()).not.toBe('broken')
  })

  test('a fault is told with what to do', async () => {
    const page = await open()
    service.answering = () => Promise.reject(new Error('broken'))
    await page.getByLabel('Frage', { exact: true }).fill('A?')
    await page.getByRole('button', { name: 'Frage stellen' }).click()
    await page.locator('#error .problem').waitFor()
    expect(await page.locator('#error').textContent()).toContain('Bitte noch einmal versuchen.')
    expect(await page.getByRole('button', { name: 'Frage stellen' }).isEnabled()).toBe(true)
  })

  test('who has to wait for the model sees the place in the line', async () => {
    const page = await open()
    service.answering = ({ onEvent }) => new Promise(() => onEvent({ type: 'queue', position: 3, waiting: 8 }))
    await page.getByLabel('Frage', { exact: true }).fill('A?')
    await page.getByRole('button', { name: 'Frage stellen' }).click()
    await expect.poll(() => page.locator('#status').textContent()).toContain('Platz 3 von 8 in der Warteschlange')
  })

  test('a running question can be abandoned', async () => {
    const page = await open()
    let aborted = false
    service.answering = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true
          reject(signal.reason as Error)
        })
      })
    await page.getByLabel('Frage', { exact: true }).fill('A?')
    await page.getByRole('button', { name: 'Frage stellen' }).click()
    await page.getByRole('button', { name: 'Abbrechen' }).click()
    await page.getByText('Abgebrochen.').waitFor()
    await expect.poll(() => aborted).toBe(true)
  })

  test.each(['light', 'dark'] as const)(
    'axe finds nothing serious in the %s page, nor in the open norm',
    async (colorScheme) => {
      const page = await open({ colorScheme })
      expect(await seriousFindings(page)).toEqual([])
      await ask(page)
      await page.getByText('wurde entfernt').click()
      await page.getByText('Gefundene Stellen').click()
      expect(await seriousFindings(page)).toEqual([])
      await page.screenshot({ path: `/tmp/page-${colorScheme}.png`, fullPage: true })
      await page.getByRole('button', { name: /^Fundstelle 1/ }).click()
      await page.locator('#norm mark').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.screenshot({ path: `/tmp/page-${colorScheme}-norm.png` })
      await page.goto(`${server.origin}/docs`)
      expect(await seriousFindings(page)).toEqual([])
    },
  )

  test('nothing is wider than a screen of 320 pixels', async () => {
    const page = await open({ viewport: { width: 320, height: 640 } })
    await ask(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.getByRole('button', { name: /^Fundstelle 1/ }).click()
    await page.locator('#norm mark').waitFor()
    expect(
      await page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.getElementById('norm-body'))",
      ),
    ).toBe(true)
  })

  test('no request leaves the house', async () => {
    const page = await open()
    await ask(page)
    await page.getByRole('button', { name: /^Fundstelle 1/ }).click()
    await page.locator('#norm mark').waitFor()
    await page.goto(`${server.origin}/docs`)
    expect(foreign).toEqual([])
  })

  test('where keys are needed the page asks for one, and then works', async () => {
    keys = new URL('./__fixtures__/keys.json', import.meta.url).pathname
    service = inventedService()
    server = await listen(
      inventedApi(service, { web: await readWebFiles(), identity: { keysFile: keys, proxy: null } }).api,
    )
    keys = null
    const page = await browser.newPage()
    await page.goto(`${server.origin}/`)
    await page.getByLabel('Zugangsschlüssel').fill('visibly-invented-key')
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.locator('#key-form').waitFor({ state: 'hidden' })
    await ask(page)
    expect(service.asked[0]?.owner).toBe('key:sb-17')
  })
})

/** What has the keyboard's focus, by its words. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate('document.activeElement?.textContent?.trim()')
}

async function tabTo(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    if ((await focused(page)) === text) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach "${text}"`)
}
