import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Debian's `chromium`; tests of the page are skipped, and counted as skipped, where it is absent. */
export const executablePath = '/usr/bin/chromium'
export const args =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  )

/** Asks the invented question of the tests, and waits for the answer. */
export async function ask(page: Page): Promise<void> {
  await page.getByLabel('Frage', { exact: true }).fill('Wann wird die Musterkarte erteilt, und wie lange gilt sie?')
  await page.getByLabel('Rechtslage am').fill('2025-03-05')
  await page.getByRole('button', { name: 'Frage stellen' }).click()
  await page.getByText('Antwort fertig').waitFor()
}

/** What a person who cannot see or use a mouse would stumble over. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[]
  }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
