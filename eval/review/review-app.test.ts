import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runProgram } from '../../tests/integration/run-program.ts'
import { tellingRun } from '../../tests/invented-run-folder.ts'
import type { StoredRun } from '../run/read-run.ts'
import { readReviews, standing } from './reviews-folder.ts'
import { serveReview } from './serve-review.ts'

let parent: string
let runs: StoredRun[]
let review: Awaited<ReturnType<typeof serveReview>>

/** Names nobody under review may read, wherever they stand in a run. */
const secret = /geheimsystem|zweitsystem|erfunden-7b/i

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

async function signIn(reviewer = 'anna', role = 'juristin'): Promise<string> {
  const reply = await send('anmelden', { reviewer, role }, '')
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

function send(path: string, fields: Record<string, string>, cookie: string): Promise<Response> {
  return fetch(`${review.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie },
    redirect: 'manual',
  })
}

async function read(path: string, cookie: string): Promise<string> {
  return (await fetch(`${review.url}${path}`, { headers: { cookie } })).text()
}

function itemIn(page: string): string {
  return /name="item" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

describe('what is sent', () => {
  test('names no system, model, run or time, before and after judging, alone and side by side', async () => {
    const cookie = await signIn()
    const pages = [await read('', ''), await read('', cookie)]
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const page = await read(`einzeln?nr=${number}`, cookie)
      expect(page).toContain('[Name]')
      await send('einzeln', { item: itemIn(page), grade: 'wrong', sources: 'no' }, cookie)
      pages.push(page, await read(`einzeln?nr=${number}`, cookie))
    }
    for (const number of [1, 2, 3]) {
      const page = await read(`vergleich?nr=${number}`, cookie)
      await send('vergleich', { item: itemIn(page), preference: 'a' }, cookie)
      pages.push(page, await read(`vergleich?nr=${number}`, cookie))
    }
    expect(pages.filter((page) => page.includes('beurteilt</h1>'))).toHaveLength(9)
    for (const page of pages) expect(page).not.toMatch(secret)
    for (const page of pages) expect(page).not.toMatch(/4321|2026-10|alpha/)
  })

  test('holds nothing of what is expected until the item is judged, and again not once that is taken back', async () => {
    const cookie = await signIn()
    const before = await read('einzeln?nr=1', cookie)
    expect(before).not.toMatch(/Kernaussagen|Vier Stempel|demo_musterg/)
    await send('einzeln', { item: itemIn(before), grade: 'correct', sources: 'yes' }, cookie)
    expect(await read('einzeln?nr=1', cookie)).toMatch(/Kernaussagen[^]*demo_musterg|demo_musterg[^]*Kernaussagen/)
    await send('einzeln', { item: itemIn(before), grade: 'correct', sources: 'yes' }, cookie)
    expect(readReviews(runs)).toHaveLength(1)
    await send('zurueck', {}, cookie)
    expect(await read('einzeln?nr=1', cookie)).not.toMatch(/Kernaussagen|Vier Stempel|demo_musterg/)
    await send('einzeln', { item: itemIn(before), grade: 'partly', sources: 'yes' }, cookie)
    expect(standing(readReviews(runs))).toMatchObject([{ grade: 'partly', revised: true }])
  })

  test('A and B are turned back into the runs they stood for', async () => {
    const cookie = await signIn()
    for (const number of [1, 2, 3]) {
      const page = await read(`vergleich?nr=${number}`, cookie)
      await send('vergleich', { item: itemIn(page), preference: 'a' }, cookie)
    }
    for (const line of standing(readReviews(runs)))
      expect(line).toMatchObject({
        runs: ['geheimsystem-2026', 'zweitsystem-2026'],
        preference: line.kind === 'preference' && line.firstIsA ? 'first' : 'second',
      })
  })

  test('a form without its choice is shown again and stores nothing', async () => {
    const cookie = await signIn()
    const page = await read('einzeln?nr=1', cookie)
    const reply = await send('einzeln', { item: itemIn(page), grade: 'correct' }, cookie)
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('Bitte noch auswählen')
    expect((await send('einzeln', { item: 'fremd', grade: 'correct' }, cookie)).status).toBe(303)
    expect((await send('einzeln', { item: itemIn(page), grade: 'correct', sources: 'yes' }, '')).status).toBe(303)
    expect(readReviews(runs)).toEqual([])
  })

  test('a run without answers is not opened', async () => {
    for (const run of runs) run.answers = []
    await expect(serveReview(runs, 0)).rejects.toThrow('keine Antworten')
  })

  test('a pseudonym keeps its role, and is never a path', async () => {
    const cookie = await signIn('Anna', 'juristin')
    const page = await read('einzeln?nr=1', cookie)
    await send('einzeln', { item: itemIn(page), grade: 'correct', sources: 'yes' }, cookie)
    expect((await send('anmelden', { reviewer: 'anna', role: 'entwicklung' }, '')).status).toBe(422)
    expect((await send('anmelden', { reviewer: '../anna', role: 'juristin' }, '')).status).toBe(422)
    expect(readReviews(runs)).toMatchObject([{ reviewer: 'anna', role: 'juristin' }])
  })

  test('a foreign page and a foreign name are sent away; nothing may be loaded from elsewhere', async () => {
    const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://fremd.example' }
    const reply = await fetch(`${review.url}anmelden`, {
      method: 'POST',
      headers: foreign,
      body: new URLSearchParams(),
    })
    expect(reply.status).toBe(403)
    const { port } = new URL(review.url)
    const rebound = await new Promise<number | undefined>((resolve, reject) =>
      request({ port, host: '127.0.0.1', headers: { host: 'fremd.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end(),
    )
    expect(rebound).toBe(403)
    const own = await fetch(review.url)
    expect(own.headers.get('content-security-policy')).toContain("default-src 'self'")
  })
})

test('a killed process loses no judgement, and the next one goes on where it stopped', async () => {
  const folders = runs.map(({ folder }) => folder)
  const first = runProgram('eval/cli.ts', ['review', ...folders, '--port', '0'], {})
  await first.says('Beenden')
  const url = /http:\S+/.exec(first.output())?.[0] ?? ''
  const own = review
  review = { url, close: own.close }
  const cookie = await signIn()
  const page = await read('einzeln?nr=1', cookie)
  await send('einzeln', { item: itemIn(page), grade: 'dangerous', sources: 'no' }, cookie)
  first.child.kill('SIGKILL')
  await first.ended
  const second = runProgram('eval/cli.ts', ['review', ...folders, '--port', '0'], {})
  await second.says('Beenden')
  review.url = /http:\S+/.exec(second.output())?.[0] ?? ''
  const next = await read('einzeln', await signIn())
  expect(next).toContain('Antwort 2 von 6')
  expect(next).toContain('1 von 6 beurteilt')
  second.child.kill('SIGTERM')
  expect(await second.ended).toMatchObject({ code: 0 })
  const told = runProgram('eval/cli.ts', ['reviews', ...folders, '--export', join(parent, 'urteile.csv')], {})
  expect(await told.ended).toMatchObject({ code: 0 })
  expect(told.output()).toContain('1 von 1, exaktes Intervall')
  expect(readFileSync(join(parent, 'urteile.csv'), 'utf8')).toContain(',dangerous,false,')
}, 60_000)
