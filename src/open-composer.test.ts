import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startScriptedLlm, type ScriptedLlm } from '../tests/scripted-llm.ts'
import { readConfig } from './config.ts'
import { findLocalChatModel } from './models/find-local-chat-model.ts'
import { readChatModels } from './models/local/chat-models.ts'
import { openComposer } from './open-composer.ts'

/** One of the ports that are asked. Where a real model server runs on this machine, it would be found instead. */
const usualPort = 11434
const realServer = await findLocalChatModel({ ownPort: 1 })

let folder: string
let said: string[]
const running: ScriptedLlm[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-composer-'))
  said = []
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
  await rm(folder, { recursive: true, force: true })
})

async function nameFor(environment: Record<string, string>): Promise<string | null> {
  const config = readConfig({ FUNDSTELLE_MODELS: folder, ...environment })
  const composer = await openComposer(config, (message) => said.push(message))
  return composer && composer.chat.name
}

/** As after `npm run model -- install`; nothing of it is loaded before a question comes. */
async function installRuntime(): Promise<void> {
  for (const name of ['node-llama-cpp', `@node-llama-cpp/linux-${process.arch}`]) {
    const packageFolder = join(folder, 'runtime', 'node_modules', name)
    await mkdir(packageFolder, { recursive: true })
    await writeFile(join(packageFolder, 'package.json'), '{"version":"3.22.1"}')
  }
}

/** As after a pull, but of nothing but zeros. */
async function pull(name: string): Promise<void> {
  const model = readChatModels().find((each) => each.name === name)
  await writeFile(join(folder, model?.file ?? ''), '')
  await truncate(join(folder, model?.file ?? ''), model?.size)
}

describe.skipIf(process.platform !== 'linux')('the model that words answers', () => {
  test.skipIf(realServer)('is the server found on loopback, before any model in process', async () => {
    await installRuntime()
    await pull('ministral-3-8b')
    running.push(await startScriptedLlm(() => ({ status: 500 }), ['musterchat'], usualPort))
    expect(await nameFor({ FUNDSTELLE_LLM_URL: 'auto' })).toBe('musterchat')
    expect(await nameFor({})).toBe('musterchat')
    expect(await nameFor({ FUNDSTELLE_LLM_MODEL: 'anderes' })).toBe('anderes')
  })

  test.skipIf(realServer)('is never looked for beyond loopback, and never the service itself', async () => {
    running.push(await startScriptedLlm(() => ({ status: 500 }), ['musterchat'], usualPort))
    expect(await nameFor({ HOST: '0.0.0.0' })).toBeNull()
    expect(await nameFor({ HOST: '127.0.0.1', PORT: String(usualPort) })).toBeNull()
    expect(running[0]?.requests).toEqual([])
    expect(await nameFor({ HOST: '0.0.0.0', FUNDSTELLE_LLM_URL: 'auto' })).toBe('musterchat')
  })

  test.skipIf(realServer)('is a pulled one where no server is found, but never the test model by itself', async () => {
    expect(await nameFor({})).toBeNull()
    await pull('gemma-3-270m')
    await installRuntime()
    expect(await nameFor({})).toBeNull()
    expect(said).toEqual([])
    await pull('ministral-3-8b')
    expect(await nameFor({})).toBe('ministral-3-8b')
    expect(await nameFor({ FUNDSTELLE_LLM_MODEL: 'gemma-3-270m' })).toBe('gemma-3-270m')
  })

  test('is the one in process that is named, by its name or its file', async () => {
    await installRuntime()
    await pull('gemma-3-270m')
    await writeFile(join(folder, 'eigenes.gguf'), 'GGUF')
    const local = { FUNDSTELLE_LLM_URL: 'local' }
    expect(await nameFor({ ...local, FUNDSTELLE_LLM_MODEL: 'gemma-3-270m' })).toBe('gemma-3-270m')
    expect(await nameFor({ ...local, FUNDSTELLE_LLM_MODEL: join(folder, 'eigenes.gguf') })).toBe('eigenes')
  })

  test.each<[Record<string, string>, RegExp]>([
    [{}, /ministral-3-8b ist nicht geladen.*npm run model -- pull ministral-3-8b/],
    [{ FUNDSTELLE_LLM_MODEL: 'nirgends' }, /nirgends steht nicht in der Liste \(ministral-3-8b, .*\)/],
    [{ FUNDSTELLE_LLM_MODEL: '/nirgends.gguf' }, /Modelldatei \/nirgends\.gguf gibt es nicht/],
  ])('that is missing (%j) is told with what to do, and stops nothing', async (environment, words) => {
    await installRuntime()
    expect(await nameFor({ FUNDSTELLE_LLM_URL: 'local', ...environment })).toBeNull()
    expect(said).toEqual([expect.stringMatching(words)])
    expect(said[0]).toContain('Bis dahin sind Antworten wörtliche Auszüge.')
  })

  test('that has nothing to run it is told with the command', async () => {
    await pull('ministral-3-8b')
    expect(await nameFor({ FUNDSTELLE_LLM_URL: 'local' })).toBeNull()
    expect(said[0]).toContain('npm run model -- install')
  })

  test('is none where that is wanted', async () => {
    expect(await nameFor({ FUNDSTELLE_LLM_URL: 'off' })).toBeNull()
  })
})
