import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerJson } from '../../src/law/answer-json.ts'
import { type Play, type ScriptedLlm, startScriptedLlm } from '../scripted-llm.ts'
import { misquotes } from './misquotes.ts'
import { killPrograms } from './run-program.ts'
import { sayTheRule, question } from './say-the-rule.ts'
import { type RunningService, startService } from './start-service.ts'

const timeoutMs = 1500

describe('a model that fails, behind the whole service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-faults-'))
  let model: ScriptedLlm
  let service: RunningService
  let play: Play | null = null

  beforeAll(async () => {
    model = await startScriptedLlm((request) =>
      request.path === '/tokenize' ? { status: 404 } : (play ?? sayTheRule(request)),
    )
    service = await startService({
      FUNDSTELLE_DATA: folder,
      FUNDSTELLE_LLM_URL: model.url,
      FUNDSTELLE_LLM_TIMEOUT_MS: String(timeoutMs),
      FUNDSTELLE_LLM_CONCURRENCY: '1',
    })
    await service.ready()
  })
  const modeNow = async (): Promise<AnswerJson['mode']> => (await service.ask(question, '2025-03-05')).mode

  afterAll(async () => {
    await service.stop()
    await model.close()
    killPrograms()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each<[string, Play, string]>([
    ['sends no headers', { hang: 'before_headers' }, 'Es hat auf die Anfrage gar nicht reagiert.'],
    ['sends headers and then nothing', { hang: 'after_headers' }, 'Es hat die Anfrage angenommen und dann nichts'],
    ['falls silent in the middle', { hang: 'midway' }, 'Es ist mitten in der Antwort verstummt.'],
    ['drips slowly', { drip: 50 }, 'Es schreibt zu langsam und war nicht fertig.'],
    ['resets the connection', { die: 'before_headers' }, 'nicht erreichbar'],
    ['crashes in the middle', { die: 'midway' }, 'mitten in der Antwort abgebrochen'],
    ['never ends', { endless: 'pieces' }, 'Die Antwort des Modells ist länger als'],
    ['answers 500', { status: 500 }, 'Fehler 500'],
    ['writes broken JSON', { say: '{"claims": [{"text": "Sie gilt neun Jahre."' }, 'nicht lesbar'],
    ['writes JSON of another form', { say: '{"antwort": "Sie gilt neun Jahre."}' }, 'nicht lesbar'],
  ])('one that %s: the law’s own words, and why; and the next question has the model', async (_name, fault, why) => {
    play = fault
    const answer = await service.ask(question, '2025-03-05')
    expect(answer).toMatchObject({ mode: 'extractive', model: null, abstention: null })
    expect(answer.fallback).toMatch(/^Kein Sprachmodell hat diese Antwort formuliert: /)
    expect(answer.fallback).toContain(why)
    expect(answer.answer).toContain('18 Monate')
    expect(answer.answer).not.toContain('neun Jahre')
    expect(await misquotes(answer, service.get)).toEqual([])
    await expect.poll(() => model.openReplies()).toBe(0)
    play = null
    expect(await service.ask(question, '2025-03-05')).toMatchObject({ mode: 'llm', fallback: null })
  })

  test('hanging, with ten questions at once: all are answered, and who waited is not made to wait again', async () => {
    play = { hang: 'before_headers' }
    const before = model.requests.length
    const answers = await Promise.all(Array.from({ length: 10 }, () => service.ask(question, '2025-03-05')))
    expect(answers.map(({ mode }) => mode)).toEqual(Array.from({ length: 10 }, () => 'extractive'))
    const asked = answers.filter(({ fallback }) => fallback?.includes('gar nicht reagiert')).length
    const spared = answers.filter(({ fallback }) => /die Fragen davor nicht|wird geschont/.test(fallback ?? '')).length
    expect(asked + spared).toBe(10)
    expect(model.requests.length - before).toBe(asked)
    expect(asked).toBeLessThanOrEqual(3)
    play = null
    await expect.poll(modeNow, { timeout: 10_000, interval: 300 }).toBe('llm')
  })

  test('hanging again and again: it is spared for a while, says so at once, and is used again', async () => {
    play = { hang: 'after_headers' }
    for (let count = 0; count < 3; count += 1) await service.ask(question, '2025-03-05')
    const before = model.requests.length
    const spared = await service.ask(question, '2025-03-05')
    expect(spared.fallback).toContain('3-mal hintereinander nicht rechtzeitig geantwortet und wird geschont')
    expect(model.requests.length).toBe(before)
    play = null
    await expect.poll(modeNow, { timeout: 10_000, interval: 300 }).toBe('llm')
  })
})
