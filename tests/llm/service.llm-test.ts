import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killPrograms } from '../integration/run-program.ts'
import { type RunningService, startService } from '../integration/start-service.ts'
import type { AnswerJson } from '../../src/law/answer-json.ts'
import { killModel, modelProcesses } from './model-processes.ts'
import { modelsFolder } from './models-folder.ts'

const question = 'Welche Gebühr wird erhoben?'
let folder: string
let service: RunningService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-llm-'))
  service = await startService({
    FUNDSTELLE_DATA: folder,
    FUNDSTELLE_MODELS: modelsFolder,
    FUNDSTELLE_LLM_URL: 'local',
    FUNDSTELLE_LLM_MODEL: 'gemma-3-270m',
    FUNDSTELLE_LLM_TIMEOUT_MS: '500000',
  })
  await service.ready()
})
afterAll(async () => {
  killPrograms()
  await rm(folder, { recursive: true, force: true })
})

const modelOf = () => modelProcesses(service.child.pid ?? 0)

/** Citations that are not word by word in the norm they link to. */
async function falseQuotes({ citations }: AnswerJson): Promise<string[]> {
  const stored = await Promise.all(
    citations.map(async ({ url, quote }) => {
      const { text } = (await (
        await service.get(new URL(url, service.url).pathname + new URL(url, service.url).search)
      ).json()) as { text: string }
      return text.includes(quote) ? [] : [quote]
    }),
  )
  return stored.flat()
}

test('a question is answered through the model in process, verified, or as an extract that says so', async () => {
  expect(service.output()).toContain('Sprachmodell: gemma-3-270m.')
  const settings = (await (await service.get('/v1/settings')).json()) as { model: { name: string } }
  expect(settings.model).toEqual({ name: 'gemma-3-270m' })
  expect(modelOf()).toEqual([])

  const answer = await service.ask(question, '2025-03-05')
  expect(service.output()).toContain('Das Sprachmodell gemma-3-270m ist geladen')
  expect(modelOf()).toHaveLength(1)
  console.log(`mode ${answer.mode}, ${answer.removed.length} removed: ${answer.fallback ?? 'worded by the model'}`)
  expect(['llm', 'extractive']).toContain(answer.mode)
  if (answer.mode === 'extractive') expect(answer.fallback).toContain('Kein Sprachmodell hat diese Antwort formuliert')
  if (answer.mode === 'llm') expect(answer.model?.name).toBe('gemma-3-270m')
  expect(answer.claims.length).toBeGreaterThan(0)
  expect(await falseQuotes(answer)).toEqual([])
})

test('the model killed in the middle of an answer: an extract says so, the next question has a model again', async () => {
  const [pid] = modelOf()
  expect(pid).toBeDefined()
  const asked = service.ask(question, '2025-03-05')
  setTimeout(() => killModel(pid), 1500)
  const answer = await asked
  expect(answer.mode).toBe('extractive')
  expect(answer.fallback).toContain('ist während der Antwort abgestürzt (SIGKILL)')
  expect(answer.citations.length).toBeGreaterThan(0)

  const next = await service.ask(question, '2025-03-05')
  expect(next.fallback ?? '').not.toContain('abgestürzt')
  expect(modelOf()).not.toContain(pid)
})

test('the service takes the model along when it ends', async () => {
  const pids = modelOf()
  expect(pids).toHaveLength(1)
  expect(await service.stop()).toBe(0)
  // Killed at once, but taken off the list by the system's first process in its own time.
  await expect.poll(() => pids.filter((pid) => existsSync(`/proc/${pid}`)), { timeout: 60_000 }).toEqual([])
})
