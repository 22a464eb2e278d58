import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTurn, serve, startLocalPublisher, type LocalPublisher } from '../../tests/local-publisher.ts'
import { politeClient, politeDefaults, type PoliteOptions } from './polite-client.ts'

const quick: PoliteOptions = { ...politeDefaults, pauseMs: 0, backoffMs: 1, attempts: 2, totalMs: 2000, idleMs: 1000 }

let publisher: LocalPublisher
beforeEach(async () => {
  publisher = await startLocalPublisher()
})
afterEach(() => publisher.close())

test('what the robots.txt forbids is not asked for, and the reason says so', async () => {
  publisher.answer('/robots.txt', serve('User-agent: *\nDisallow: /suche\n'))
  publisher.answer('/recht', serve('x'))
  const get = politeClient(publisher.address, quick)
  expect(await get('suche?q=1', {})).toEqual({
    kind: 'failed',
    reason: `Die robots.txt des Herausgebers verbietet den Abruf von ${publisher.address}/suche?q=1.`,
  })
  expect((await get('recht', {})).kind).toBe('ok')
  expect(publisher.asked).toEqual(['/robots.txt', '/recht'])
})

test('a robots.txt that a server cannot give stops everything', async () => {
  publisher.answer('/robots.txt', (_request, response) => void response.writeHead(503).end())
  publisher.answer('/recht', serve('x'))
  expect((await politeClient(publisher.address, quick)('recht', {})).kind).toBe('unreachable')
  expect(publisher.asked).toEqual(['/robots.txt', '/robots.txt'])
})

test('a server that has none may be asked, and is asked for it once', async () => {
  publisher.answer('/robots.txt', (_request, response) => void response.writeHead(404).end())
  publisher.answer('/recht', inTurn(serve('x'), serve('y')))
  const get = politeClient(publisher.address, quick)
  await get('recht', {})
  await get('recht', {})
  expect(publisher.asked).toEqual(['/robots.txt', '/recht', '/recht'])
})

test('of a mirror of our own no robots.txt is asked', async () => {
  publisher.answer('/robots.txt', serve('User-agent: *\nDisallow: /'))
  publisher.answer('/recht', serve('x'))
  expect((await politeClient(publisher.address, { ...quick, robots: false })('recht', {})).kind).toBe('ok')
})

test('outside of its hours a publisher is not asked at all', async () => {
  const hour = new Date().getUTCHours()
  const later = `${String((hour + 6) % 24).padStart(2, '0')}:00-${String((hour + 8) % 24).padStart(2, '0')}:00`
  const reply = await politeClient(publisher.address, { ...quick, hours: [later] })('recht', {})
  expect(reply).toMatchObject({ kind: 'unreachable', reason: expect.stringContaining(later) })
  expect(publisher.asked).toEqual([])
})
