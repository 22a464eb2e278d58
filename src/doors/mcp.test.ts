import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, afterEach, expect, test } from 'vitest'
import { inventedApi, listen } from '../../tests/invented-api.ts'
import { inventedAnswer, inventedService } from '../../tests/invented-service.ts'
import type { ApiOptions } from '../api/api-env.ts'
import { today } from '../law/day.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-mcp-'))
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The official client at a running service. */
async function connect(service = inventedService(), options: Partial<ApiOptions> = {}, headers = {}) {
  const { origin, close } = await listen(inventedApi(service, options).api)
  open.push(close)
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), { requestInit: { headers } }))
  open.push(() => client.close())
  const call = async (name: string, args: Record<string, unknown>) => {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: args })
    const [first] = content as { type: string; text: string }[]
    return { text: first?.text ?? '', data: structuredContent, isError: isError ?? false }
  }
  return { client, call, service }
}

test('four tools are offered, each with a German description and its arguments', async () => {
  const { client } = await connect()
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['ask', 'search', 'norm', 'check_citations'])
  expect(tools[0]?.inputSchema).toMatchObject({ required: ['question'], properties: { asOf: { type: 'string' } } })
  for (const { description } of tools) expect(description).toMatch(/Tage?s?\b/)
})

test('ask gives the answer of /v1/questions, stored under the caller', async () => {
  const { call, service } = await connect()
  const { text, data } = await call('ask', { question: 'Wie lange gilt die Musterkarte?', asOf: '2025-03-05' })
  const [asked] = service.asked
  if (!asked) throw new Error('nothing was asked')
  const { id: _id, ...answer } = inventedAnswer(asked.question)
  expect(data).toMatchObject(answer)
  expect(text.startsWith(answer.answer)).toBe(true)
  expect(text).toContain('Die Entscheidung trifft die Sachbearbeitung.')
  expect(asked).toMatchObject({ owner: 'local', question: { asOf: '2025-03-05', territory: 'DE-NW', style: 'short' } })
})

test('ask follows up an answer of the caller’s, and says in German where there is none', async () => {
  const { call, service } = await connect()
  const { data } = await call('ask', { question: 'Was kostet die Musterkarte?', asOf: '2025-03-05' })
  await call('ask', { question: 'und bei Ehegatten?', previous: (data as { id: string }).id })
  expect(service.asked[1]).toMatchObject({
    question: { text: 'und bei Ehegatten?', asOf: '2025-03-05' },
    earlier: { text: 'Was kostet die Musterkarte?' },
  })
  const refused = await call('ask', { question: 'und bei Ehegatten?', previous: 'keine' })
  expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('Diese Antwort gibt es nicht.') })
})

test('search, norm and check_citations give text to read and the objects of the HTTP interface', async () => {
  const { call } = await connect()
  const hits = await call('search', { query: 'Musterkarte', limit: 2 })
  expect(hits).toMatchObject({ isError: false, data: { asOf: today(), hits: [{ rank: 1 }, { rank: 2 }] } })
  expect(hits.text).toContain('2. § 2a Abs. 1 MusterAufG (erfunden)')
  const norm = await call('norm', { norm: '§ 2a MusterAufG', asOf: '2024-02-29' })
  expect(norm.data).toMatchObject({ asOf: '2024-02-29', key: '§ 2a', validTo: '2024-03-01' })
  expect(norm.text).toContain('mindestens 40 000 Mustertalern')
  const checked = await call('check_citations', { text: '§ 2a MusterAufG gilt.' })
  expect(checked.data).toMatchObject({ references: [{ verdict: 'ok' }], sentences: [{ supports: 'rule' }] })
  expect(checked.text).toContain('→ Gestützt.')
})

test.each([
  ['norm', { norm: '§ 99 MusterAufG' }, /nicht vorhanden/],
  ['norm', { norm: 'Musterkarte' }, /Vorschrift und Gesetz/],
  ['norm', { norm: '§ 2a MusterAufG', asOf: '2015-01-01' }, /01\.01\.2020/],
  ['ask', { question: 'A?', asOf: '5.3.2025' }, /JJJJ-MM-TT/],
  ['ask', { question: 'A?', territory: 'NRW' }, /DE-NW/],
])('what %s cannot do with %j is said in German, as the tool’s error', async (name, args, message) => {
  const { call } = await connect()
  const { text, isError } = await call(name, args)
  expect({ text, isError }).toEqual({ text: expect.stringMatching(message), isError: true })
})

test('before the first fill is complete nothing is answered', async () => {
  const service = inventedService()
  service.ready = false
  const { call } = await connect(service)
  expect(await call('ask', { question: 'A?' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('eingelesen'),
  })
  expect(service.asked).toEqual([])
})

test('the caller’s key says who asks, and without one there is no connection', async () => {
  const keysFile = join(folder, 'keys.json')
  const hash = `sha256:${createHash('sha256').update('schluessel').digest('hex')}`
  writeFileSync(keysFile, JSON.stringify([{ hash, role: 'reader', pseudonym: 'sb-17' }]))
  const identity = { keysFile, proxy: null }
  const { call, service } = await connect(inventedService(), { identity }, { Authorization: 'Bearer schluessel' })
  await call('ask', { question: 'A?' })
  expect(service.asked.map(({ owner }) => owner)).toEqual(['key:sb-17'])
  await expect(connect(inventedService(), { identity })).rejects.toThrow(/401|Unauthorized|anmelden/i)
})
