import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Play, type ScriptedLlm, startScriptedLlm } from '../../tests/scripted-llm.ts'
import { toDay } from '../law/day.ts'
import { openAiChat } from '../models/chat.ts'
import { loadPrompt } from '../prompt.ts'
import { rewriteFollowUp } from './rewrite-follow-up.ts'
import type { Rewriter } from './understand/rewrite-with-model.ts'

const earlier = { text: 'Was kostet die Blaue Karte EU?', from: 'a1' }
const byRule = 'und bei Ehegatten? (Zuvor gefragt: Was kostet die Blaue Karte EU)'

function rewrite(
  text: string,
  before: { text: string; from: string | null } = earlier,
  followUpRewriter: Rewriter | null = null,
) {
  const question = { text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
  const parts = { register: async () => [], followUpRewriter }
  return rewriteFollowUp(parts, question, before, new AbortController().signal)
}

describe('a follow-up', () => {
  test('is answered written out, and keeps the words that were typed', async () => {
    expect(await rewrite('und bei Ehegatten?')).toMatchObject({
      text: byRule,
      asOf: '2025-03-05',
      followUp: { from: 'a1', asked: 'und bei Ehegatten?' },
    })
  })

  test('that stands by itself is asked as it is', async () => {
    const asked = await rewrite('Welche Frist gilt für die Verlängerung einer Duldung?')
    expect(asked).not.toHaveProperty('followUp')
  })

  test('in a conversation is only what leans on what was said: a new subject stays a new subject', async () => {
    const spoken = { ...earlier, from: null }
    expect((await rewrite('und bei Ehegatten?', spoken)).text).toBe(byRule)
    expect((await rewrite('Welche Unterlagen verlangt das Amt?', spoken)).text).toBe(
      'Welche Unterlagen verlangt das Amt?',
    )
    expect((await rewrite('Welche Unterlagen verlangt das Amt?')).text).toContain('(Es geht um: Blaue Karte EU)')
  })
})

describe('a follow-up written out by a model', () => {
  let server: ScriptedLlm
  let play: Play
  const asked: string[] = []
  beforeAll(async () => {
    server = await startScriptedLlm(({ prompt }) => {
      asked.push(prompt)
      return play
    })
  })
  afterAll(() => server.close())
  beforeEach(() => void asked.splice(0))

  const rewriter = (timeoutMs: number): Rewriter => {
    const chat = openAiChat({
      url: server.url,
      model: 'erfundenes-modell',
      key: null,
      timeoutMs: 20_000,
    })
    return { chat, prompt: loadPrompt('follow-up'), timeoutMs }
  }
  const say = (question: unknown): Play => ({ say: JSON.stringify({ question }) })

  test('is taken where it is made of the two questions', async () => {
    play = say('Was kostet die Blaue Karte EU bei Ehegatten?')
    const { text } = await rewrite('und bei Ehegatten?', earlier, rewriter(20_000))
    expect(text).toBe('Was kostet die Blaue Karte EU bei Ehegatten?')
    expect(asked[0]).toContain(earlier.text)
  })

  test.each([
    ['a number from elsewhere', say('Was kostet die Blaue Karte EU nach § 18g bei Ehegatten?')],
    ['words from elsewhere', say('Was kostet die Einbürgerung bei Ehegatten?')],
    ['the follow-up left out', say('Was kostet die Blaue Karte EU?')],
    ['markup', say('Was kostet die **Blaue Karte EU** bei Ehegatten?')],
    ['an answer instead', { say: 'Die Blaue Karte kostet 100 Euro.' }],
    ['nothing', say('')],
    ['an error', { status: 500 }],
  ] as [string, Play][])('is written out by rule where the model gives %s', async (_what, played) => {
    play = played
    expect((await rewrite('und bei Ehegatten?', earlier, rewriter(20_000))).text).toBe(byRule)
  })

  test('is written out by rule where the model hangs', async () => {
    play = { hang: 'before_headers' }
    expect((await rewrite('und bei Ehegatten?', earlier, rewriter(50))).text).toBe(byRule)
  })

  test('does not cost a model’s time where nothing leans', async () => {
    await rewrite('Welche Frist gilt für die Verlängerung einer Duldung?', earlier, rewriter(20_000))
    expect(asked).toEqual([])
  })
})
