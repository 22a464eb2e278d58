import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerJson } from '../../src/law/answer-json.ts'
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts'
import { forgetQuestions } from '../../src/store/answers.ts'
import { reinstateDocument, withdrawDocument } from '../../src/store/withdraw-document.ts'
import { claims, type Play, type ScriptedLlm, type ScriptedRequest, startScriptedLlm } from '../scripted-llm.ts'
import { misquotes } from './misquotes.ts'
import { killPrograms, runProgram } from './run-program.ts'
import { type Readiness, type RunningService, startService } from './start-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-service-'))
const question = 'Wie lange gilt die Aufenthaltserlaubnis?'
const personal = 'Wie lange gilt die Aufenthaltserlaubnis von Frau Zyxmann aus Musterdorf?'
const day = '2025-03-05'

afterAll(() => {
  killPrograms()
  rmSync(folder, { recursive: true, force: true })
})

describe('the service on an empty folder without network', () => {
  let service: RunningService
  let readiness: Readiness[]

  beforeAll(async () => {
    service = await startService({ FUNDSTELLE_DATA: folder })
    readiness = await service.ready()
  })
  afterAll(() => service.stop())

  test('says in German what it does, and is not ready before it is', () => {
    expect(readiness.length).toBeGreaterThan(1)
    expect(readiness[0]).toMatchObject({ status: 503, body: { ready: false, progress: { done: 0 } } })
    expect(readiness.at(-1)).toMatchObject({ status: 200, body: { ready: true } })
    for (const sentence of ['Die Sammlung ist leer', 'erfundenes Recht', 'Sprachmodell: keines', service.url, 'Bereit'])
      expect(service.output()).toContain(sentence)
  })

  test('answers in sentences each of which quotes the stored text word by word', async () => {
    const answer = await service.ask(question, day)
    expect(answer).toMatchObject({ mode: 'extractive', asOf: day })
    expect(answer.claims.length).toBeGreaterThan(0)
    expect(answer.answer).toContain('18 Monate')
    expect(await misquotes(answer, service.get)).toEqual([])
    expect(await (await service.get(`/v1/answers/${answer.id}`)).json()).toEqual(answer)
  })

  test('gives OpenAI’s clients the answer it gives everybody', async () => {
    const client = new OpenAI({ baseURL: `${service.url}/v1`, apiKey: 'egal', maxRetries: 0 })
    const completion = await client.chat.completions.create({
      model: 'fundstelle',
      messages: [{ role: 'user', content: question }],
      fundstelle: { asOf: day },
    } as OpenAI.ChatCompletionCreateParamsNonStreaming)
    const { fundstelle } = completion as unknown as { fundstelle: AnswerJson }
    const own = await service.ask(question, day)
    const { id, createdAt } = fundstelle
    expect(fundstelle).toEqual({ ...own, id, createdAt })
    expect(await (await service.get(`/v1/answers/${id}`)).json()).toEqual(fundstelle)
    expect(completion.choices[0]?.message.content?.startsWith(own.answer)).toBe(true)
  })

  test('gives an MCP client on standard input and output the answer it gives everybody', async () => {
    const client = new Client({ name: 'test', version: '1' })
    const environment = { ...process.env, FUNDSTELLE_DATA: folder, FUNDSTELLE_LLM_URL: 'off', FUNDSTELLE_OFFLINE: '1' }
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: ['--import', 'tsx', 'src/cli.ts', 'mcp'],
      env: Object.fromEntries(Object.entries(environment).flatMap(([key, value]) => (value ? [[key, value]] : []))),
    })
    await client.connect(transport)
    const { structuredContent } = await client.callTool({ name: 'ask', arguments: { question, asOf: day } })
    await client.close()
    const { id: _id, createdAt: _createdAt, ...own } = await service.ask(question, day)
    expect(structuredContent).toMatchObject(own)
  })

  test('holds a draft against the law of the day', async () => {
    const text =
      'Die Aufenthaltserlaubnis gilt 18 Monate (§ 5 Abs. 2 Satz 1 MusterAufenthG). Die Duldung ist nach § 16 ein ' +
      'Aufenthaltsrecht. Nach § 14 besteht kein Anspruch, und § 99 fehlt.'
    const checked = await (await service.post('/v1/check', { text, asOf: day })).json()
    expect(checked).toMatchObject({
      references: [{ verdict: 'ok' }, { verdict: 'ok' }, { verdict: 'ok', inForce: false }, { verdict: 'not_found' }],
      sentences: [
        { supports: 'rule' },
        { supports: 'not_supported', reason: 'negation' },
        { supports: 'not_supported', reason: 'reference_not_found' },
      ],
    })
  })

  test('no longer answers from a law that was withdrawn', async () => {
    const cited = async () =>
      (await service.ask('Wie lange gilt die Aufenthaltserlaubnis nach § 5 MusterAufenthG?', day)).citations.map(
        ({ document }) => document.id,
      )
    expect(await cited()).toContain('gii:demo_musteraufenthg')
    const second = await openEmbeddedDatabase(folder)
    await withdrawDocument(second, 'gii:demo_musteraufenthg')
    expect(await cited()).not.toContain('gii:demo_musteraufenthg')
    expect((await service.get('/v1/documents/gii:demo_musteraufenthg/norms/5')).status).toBe(404)
    await reinstateDocument(second, 'gii:demo_musteraufenthg')
    await second.close()
    expect(await cited()).toContain('gii:demo_musteraufenthg')
  })

  test('answers a follow-up from the texts alone, written out from both questions', async () => {
    const first = await service.ask('Welche Gebühr hat die Aufenthaltserlaubnis?', day)
    const followUp = { question: 'und wie lange gilt sie?', previous: first.id }
    const answer = (await (await service.post('/v1/questions', followUp)).json()) as AnswerJson
    const written = 'und wie lange gilt sie? (Zuvor gefragt: Welche Gebühr hat die Aufenthaltserlaubnis)'
    expect(answer).toMatchObject({
      question: 'und wie lange gilt sie?',
      asOf: day,
      rewritten: { from: first.id, question: written },
    })
    expect(answer.answer).toContain('18 Monate')
    expect(await misquotes(answer, service.get)).toEqual([])
    expect(await (await service.get(`/v1/answers/${answer.id}`)).json()).toEqual(answer)
  })

  test('tells whose answers a withdrawal touches at once, and what became of them when looked at again', async () => {
    const answer = await service.ask('Wie lange gilt die Aufenthaltserlaubnis nach § 5 MusterAufenthG?', day)
    const changed = async () => {
      const listed = (await (await service.get('/v1/answers/changed')).json()) as { answers: { id: string }[] }
      return listed.answers.map(({ id }) => id)
    }
    const recheck = async () => (await service.post(`/v1/answers/${answer.id}/recheck`, {})).json()
    expect(await changed()).toEqual([])
    expect(await recheck()).toMatchObject({ verdict: 'holds' })
    const second = await openEmbeddedDatabase(folder)
    await withdrawDocument(second, 'gii:demo_musteraufenthg')
    expect(await changed()).toContain(answer.id)
    const withdrawn = (await recheck()) as { verdict: string; citations: { state: string }[] }
    expect(withdrawn.verdict).toBe('no_longer')
    expect(new Set(withdrawn.citations.map(({ state }) => state))).toEqual(new Set(['withdrawn']))
    await reinstateDocument(second, 'gii:demo_musteraufenthg')
    await second.close()
    expect(await changed()).toEqual([])
  })

  test('keeps the record of an answer and forgets the question after the retention', async () => {
    const answer = await service.ask(personal, day)
    const second = await openEmbeddedDatabase(folder)
    await second.query(`update question_texts set created_at = now() - interval '31 days' where answer_id = $1`, [
      answer.id,
    ])
    expect(await forgetQuestions(second, 30)).toBe(1)
    expect(await second.query(`select 1 from answers where record::text like '%Zyxmann%'`)).toEqual([])
    await second.close()
    const kept = await (await service.get(`/v1/answers/${answer.id}`)).json()
    expect(kept).toMatchObject({ id: answer.id, question: '', claims: answer.claims, citations: answer.citations })
  })

  test('writes no word of a question into its log', async () => {
    await service.ask(personal, day)
    await service.post('/v1/search', { query: 'Zyxmann Musterdorf' })
    await service.post('/v1/questions', { question: 'Zyxmann', asOf: 'kein Tag' })
    await service.get('/v1/answers/Zyxmann?q=Musterdorf')
    expect(service.output()).toContain('/v1/search')
    expect(service.output()).not.toMatch(/Zyxmann|Musterdorf/)
  })
})

describe('the service with a language model', () => {
  let model: ScriptedLlm
  let service: RunningService
  let play: (request: ScriptedRequest) => Play

  beforeAll(async () => {
    model = await startScriptedLlm((request) => play(request))
    service = await startService({ FUNDSTELLE_DATA: folder, FUNDSTELLE_LLM_URL: model.url })
    await service.ready()
  })
  afterAll(async () => {
    await service.stop()
    await model.close()
  })

  test('takes its words, and quotes the law itself', async () => {
    play = ({ evidence }) => ({
      say: claims([{ text: 'Die Aufenthaltserlaubnis gilt 18 Monate.', evidence: [idOf(evidence, 'gilt 18 Monate')] }]),
    })
    const answer = await service.ask(question, day)
    expect(answer).toMatchObject({ mode: 'llm', claims: [{ text: 'Die Aufenthaltserlaubnis gilt 18 Monate.' }] })
    expect(answer.citations[0]?.quote).toContain('gilt 18 Monate')
    expect(await misquotes(answer, service.get)).toEqual([])
  })

  test('lets nothing through that a model invented', async () => {
    play = ({ evidence }) => {
      const id = idOf(evidence, 'gilt 18 Monate')
      return {
        say: claims([
          { text: 'Die Aufenthaltserlaubnis gilt 24 Monate.', evidence: [id] },
          { text: 'Die Aufenthaltserlaubnis gilt nicht 18 Monate.', evidence: [id] },
          { text: 'Die Aufenthaltserlaubnis gilt nach § 99 MusterAufenthG 18 Monate.', evidence: [id] },
          { text: 'Ein Hund darf mitgebracht werden.', evidence: ['E999'] },
          { text: 'Die Aufenthaltserlaubnis gilt 18 Monate.', evidence: [id] },
        ]),
      }
    }
    const answer = await service.ask(question, day)
    expect(answer.claims.map(({ text }) => text)).toEqual(['Die Aufenthaltserlaubnis gilt 18 Monate.'])
    expect(answer.removed).toHaveLength(4)
    expect(answer.answer).not.toMatch(/24|§ 99|Hund/)
    expect(await misquotes(answer, service.get)).toEqual([])
  })

  test('answers in the law’s own words when the model fails', async () => {
    play = () => ({ status: 500 })
    await service.ask(personal, day)
    const answer = await service.ask(question, day)
    expect(answer.mode).toBe('extractive')
    expect(answer.fallback).toMatch(/\w/)
    expect(await misquotes(answer, service.get)).toEqual([])
    expect(service.output()).not.toMatch(/Zyxmann|Musterdorf/)
  })
})

describe('a wrong setting', () => {
  test('such as a corpus folder that is not there ends the start with a sentence that names it', async () => {
    const missing = join(folder, 'gibt-es-nicht')
    const program = runProgram('src/main.ts', [], {
      PORT: '0',
      FUNDSTELLE_DATA: join(folder, 'leer'),
      FUNDSTELLE_CORPUS: missing,
    })
    expect((await program.ended).code).toBe(1)
    expect(program.output()).toContain(`${missing} gibt es nicht`)
  })
})

function idOf(evidence: { id: string; text: string }[], words: string): string {
  return evidence.find(({ text }) => text.includes(words))?.id ?? 'E0'
}
