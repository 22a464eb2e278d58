import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ChatModelError } from '../chat-model-error.ts'
import { localChat } from './local-chat.ts'

const runtime = fileURLToPath(new URL('./__fixtures__/scripted-runtime.mjs', import.meta.url))

/** A model in a real process of its own, whose native part is scripted. */
function scripted(file = '/modelle/erfunden.gguf', timeoutMs = 20_000) {
  const said: string[] = []
  const say = (message: string) => void said.push(message)
  const chat = localChat({ name: 'erfunden', file, runtime, contextTokens: 600, timeoutMs, say })
  const ask = (user: string, signal = new AbortController().signal, schema: Record<string, unknown> = {}) =>
    chat.complete({ system: 'Sei kurz.', user, schema: { type: 'object', ...schema }, signal })
  return { chat, ask, said }
}

async function faultOf(reply: Promise<unknown>): Promise<{ kind: string; message: string }> {
  const error = await reply.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ChatModelError)
  const { kind, message } = error as ChatModelError
  return { kind, message }
}

describe('a model in a process of its own', () => {
  test('answers several questions one after the other, with bounds and without chance', async () => {
    const { ask, chat } = scripted()
    const replies = await Promise.all([ask('Eins? LANGSAM'), ask('Zwei?'), ask('Drei?')])
    for (const { text } of replies)
      expect(JSON.parse(text)).toEqual({ läuft: 1, grenze: expect.any(Number), wärme: 0, frei: false })
    expect(JSON.parse(replies[0]?.text ?? '').grenze).toBeLessThanOrEqual(600)
    expect(await chat.countTokens?.('ein zwei drei')).toBe(3)
    expect(chat.contextTokens).toBe(600)
  })

  test('that crashes fails its question with a reason, is started anew, and the log says so', async () => {
    const { ask, said } = scripted()
    for (const fault of await Promise.all([ask('STÜRZE ab!'), ask('Und ich?')].map(faultOf)))
      expect(fault).toEqual({
        kind: 'unreachable',
        message: 'Das Sprachmodell erfunden ist während der Antwort abgestürzt (SIGABRT). Es wird neu gestartet.',
      })
    expect(JSON.parse((await ask('Geht es wieder?')).text)).toMatchObject({ läuft: 1 })
    expect(said.filter((message) => message.includes('zu Ende (SIGABRT)'))).toHaveLength(1)
  })

  test('that crashes again and again rests, and whoever asks meanwhile is told at once', async () => {
    const { ask } = scripted()
    await faultOf(ask('STÜRZE ab!'))
    await faultOf(ask('STÜRZE ab!'))
    const { message } = await faultOf(ask('Geht es wieder?'))
    expect(message).toMatch(/mehrmals abgestürzt oder nicht zu laden und ruht; in \d+ s/)
  })

  test.each([
    ['/modelle/kaputt.gguf', /nicht zu laden: Die Datei ist kein GGUF\. Bitte die Datei prüfen/],
    ['/modelle/absturz.gguf', /nicht zu laden: SIGABRT/],
  ])('whose file %s cannot be loaded says so', async (file, words) => {
    expect((await faultOf(scripted(file).ask('Frage?'))).message).toMatch(words)
  })

  test('that falls silent is given up when its time is over, and the next question is answered', async () => {
    const { ask } = scripted(undefined, 4000)
    await ask('Warm?')
    expect(await faultOf(ask('SCHWEIGE!'))).toMatchObject({ kind: 'timeout' })
    expect(JSON.parse((await ask('Weiter?')).text)).toMatchObject({ läuft: 1 })
  })

  test('stops for a caller who gives up, also for one who still waits in line', async () => {
    const { ask } = scripted()
    const callers = [new AbortController(), new AbortController()]
    const replies = callers.map(({ signal }) => faultOf(ask('SCHWEIGE!', signal)))
    await ask('Warm?', AbortSignal.timeout(2000)).catch(() => {})
    for (const caller of callers) caller.abort()
    expect((await Promise.all(replies)).map(({ kind }) => kind)).toEqual(['aborted', 'aborted'])
    expect(JSON.parse((await ask('Weiter?')).text)).toMatchObject({ läuft: 1 })
  })

  test('is asked nothing by a caller who has given up already', async () => {
    expect((await faultOf(scripted().ask('Frage?', AbortSignal.abort()))).kind).toBe('aborted')
  })

  test('keeps a command alive while it is asked, and lets it end afterwards', async () => {
    const program = fileURLToPath(new URL('./__fixtures__/ask-once.ts', import.meta.url))
    const { stdout, status } = await new Promise<{ stdout: string; status: number | null }>((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', program, runtime], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let written = ''
      child.stdout.on('data', (piece) => (written += String(piece)))
      child.on('close', (code) => resolve({ stdout: written, status: code }))
    })
    expect([status, stdout]).toEqual([0, '3 Token, {"läuft":1'])
  })

  test('refuses a prompt beyond its context instead of dropping its beginning', async () => {
    const { kind, message } = await faultOf(scripted().ask('Wort '.repeat(500)))
    expect(kind).toBe('too_long')
    expect(message).toMatch(/mit \d+ Token zu lang für das Sprachmodell erfunden, das 600 fasst/)
  })

  test('that fails without crashing is told in its words', async () => {
    expect(await faultOf(scripted().ask('SCHEITERE!'))).toEqual({
      kind: 'bad_output',
      message: 'Das Sprachmodell erfunden ist gescheitert: erfundener Fehler',
    })
  })

  test('says once what the grammar does not hold it to, and when there is none', async () => {
    const { ask, said } = scripted()
    for (let round = 0; round < 2; round += 1) {
      await ask('Frage?', undefined, { pattern: 'x' })
      expect(JSON.parse((await ask('Frage?', undefined, { type: 'array' })).text)).toMatchObject({ frei: true })
    }
    expect(said.filter((message) => message.includes('Grammatik'))).toEqual([
      'Die Grammatik hält erfunden nicht an alles, was das Schema der Antwort verlangt (nicht an: pattern).',
      'Aus dem Schema der Antwort wurde keine Grammatik: erfunden schreibt frei, gelesen wird, was lesbar ist.',
    ])
  })
})
