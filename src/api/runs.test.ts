import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { get, inventedApi, post } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'
import { inventedUpkeep } from '../../tests/invented-upkeep.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-runs-'))
const keysFile = join(folder, 'keys.json')
const roles = ['reader', 'editor', 'administrator'] as const
const key = (role: string) => ({ Authorization: `Bearer ${role}` })
const stopped = '11111111-1111-4111-8111-111111111111'
const done = '22222222-2222-4222-8222-222222222222'

beforeAll(() => {
  const hash = (role: string) => `sha256:${createHash('sha256').update(role).digest('hex')}`
  writeFileSync(keysFile, JSON.stringify(roles.map((role) => ({ hash: hash(role), role, pseudonym: role }))))
})
afterAll(() => rmSync(folder, { recursive: true }))

function house() {
  const service = inventedService()
  const upkeep = inventedUpkeep()
  service.upkeep = upkeep
  return { upkeep, api: inventedApi(service, { identity: { keysFile, proxy: null } }).api }
}

describe('who may see and do what', () => {
  const staff = ['/v1/runs', '/v1/runs.rss', `/v1/runs/${done}`, '/v1/health/completeness']
  test.each(staff)('%s is for staff alone', async (path) => {
    const { api } = house()
    const statuses = await Promise.all(roles.map(async (role) => (await get(api, path, key(role))).status))
    expect(statuses).toEqual([403, 200, 200])
    expect((await get(api, path)).status).toBe(401)
  })

  test('only the administration carries out what was stopped and reads the metrics', async () => {
    const { api, upkeep } = house()
    const confirm = async (role: string) =>
      (await post(api, `/v1/runs/${stopped}/confirm`, undefined, key(role))).status
    expect([await confirm('reader'), await confirm('editor'), await confirm('administrator')]).toEqual([403, 403, 200])
    expect(upkeep.confirmed).toEqual([{ id: stopped, by: 'key:administrator' }])
    const metrics = await Promise.all(roles.map(async (role) => (await get(api, '/metrics', key(role))).status))
    expect(metrics).toEqual([403, 403, 200])
  })
})

describe('a run', () => {
  test('tells what changed, what failed and why', async () => {
    const { api } = house()
    expect(await (await get(api, `/v1/runs/${done}`, key('editor'))).json()).toMatchObject({
      state: 'done',
      counts: { changed: 1, failed: 1 },
      changes: [
        { documentId: 'demo:musteraufg', norms: { changed: ['§ 2a'] } },
        { outcome: 'failed', reason: 'Kein XML.' },
      ],
    })
  })

  test('that is not there, or has nothing to carry out, is a problem that says so', async () => {
    const { api } = house()
    expect((await get(api, '/v1/runs/nirgends', key('editor'))).status).toBe(404)
    const response = await post(api, `/v1/runs/${done}/confirm`, undefined, key('administrator'))
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:run-not-stopped' })
  })

  test('comes as RSS where it is news, and names in it are text', async () => {
    const { api } = house()
    const response = await get(api, '/v1/runs.rss', key('editor'))
    expect(response.headers.get('content-type')).toContain('application/rss+xml')
    const rss = await response.text()
    expect(rss.match(/<item>/g)).toHaveLength(2)
    expect(rss).toContain('wartet auf Zustimmung')
    expect(rss).toContain('1 geändert')
    expect(rss).toContain(`/ablaeufe#${stopped}`)
  })
})

describe('the state of the collection', () => {
  test('is healthy while it is whole, and not where something is missing', async () => {
    const { api, upkeep } = house()
    expect((await get(api, '/v1/health/completeness', key('editor'))).status).toBe(200)
    upkeep.gaps = 3
    const response = await get(api, '/v1/health/completeness', key('editor'))
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ complete: false, gaps: [{ count: 3 }] })
  })

  test('is told to a monitor in its format, whatever a source is called', async () => {
    const { api } = house()
    const text = await (await get(api, '/metrics', key('administrator'))).text()
    expect(text).toContain('# TYPE fundstelle_documents gauge\nfundstelle_documents 3\n')
    expect(text).toContain('fundstelle_sync_needs_person{source="/srv/\\"recht\\""} 1\n')
    expect(text).toContain('fundstelle_completeness_gaps{rule="passage_without_vector"} 0\n')
    expect(text).toContain('fundstelle_sync_last_done_timestamp_seconds{source="/srv/\\"recht\\""} 1741147200\n')
  })
})
