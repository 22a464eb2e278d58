import { afterEach, describe, expect, test } from 'vitest'
import { ask, canary, rule, shown, stopModels } from '../../tests/ask-invented.ts'
import {
  claims,
  type Play,
  type ScriptedLlm,
  type ScriptedRequest,
  startScriptedLlm,
} from '../../tests/scripted-llm.ts'
import { openAiChat } from '../models/chat.ts'
import { queueChat } from '../models/queue-chat.ts'
import { loadPrompt } from '../prompt.ts'
import { checkWithModel } from './verify/check-with-model.ts'

const running: ScriptedLlm[] = []
afterEach(async () => {
  await Promise.all([stopModels(), ...running.splice(0).map((server) => server.close())])
})

/** True of § 4, in words that the rules can neither carry nor refuse. */
const own = { text: 'Für die Gastkarte läuft eine Geltung von drei Monaten.', evidence: ['E1'] }
const other = { text: 'Ersatz für die Gastkarte gibt es beim Gästeamt.', evidence: ['E3'] }
/** `soll` for the `kann` of § 4, in words of its own: a rule objects to it and is not sure. */
const doubted = { text: 'Verlorene Gastkarten soll das Gästeamt den Gästen ersetzen.', evidence: ['E3'] }
const lie = { text: 'Die Gastkarte gilt neun Jahre.', evidence: ['E1'] }

function verdicts(...given: string[]): Play {
  const list = given.map((verdict, index) => ({ claim: `A${index + 1}`, reason: 'erfunden', verdict }))
  return { say: JSON.stringify({ verdicts: list }) }
}

/** An answer with the given claims, checked by a model that does what `play` says. */
async function askChecked(written: { text: string; evidence: string[] }[], play: Play, timeoutMs = 4000) {
  const server = await startScriptedLlm(() => play)
  running.push(server)
  const endpoint = openAiChat({ url: server.url, model: 'erfundener-prüfer', key: null, timeoutMs })
  const chat = queueChat(endpoint, { timeoutMs, waitMs: timeoutMs, concurrency: 1 })
  const checker = checkWithModel(chat, loadPrompt('verify-support'))
  const { answer } = await ask({ play: { say: claims(written) }, parts: { check: checker } })
  return { answer, server, asked: server.requests[0] as ScriptedRequest | undefined }
}

describe('a model that checks the claims', () => {
  test('is asked once about all claims in words of their own, and shown nothing of the question', async () => {
    const { server, asked } = await askChecked([rule, own, other], verdicts('supported', 'supported'))
    expect(server.requests).toHaveLength(1)
    expect(asked?.prompt).toContain(`A1: <aussage> ${own.text} </aussage>`)
    expect(asked?.prompt).toContain(`A2: <aussage> ${other.text} </aussage>`)
    expect(asked?.prompt).toContain('§ 4 Abs. 1 MusterG (erfunden): Gastkarte: Die Gastkarte gilt drei Monate.')
    expect(asked?.prompt).not.toContain('Wie lange')
    expect(asked?.prompt).not.toContain(`<aussage> ${rule.text}`)
  })

  test('raises what the rules could not check, names itself in the record, and says nothing of what they could', async () => {
    const { answer } = await askChecked([rule, other], verdicts('supported'))
    expect(answer.claims.map(({ text, supports }) => [text, supports])).toEqual([
      [rule.text, 'rule'],
      [other.text, 'model'],
    ])
    expect(answer.checker).toEqual({ name: 'erfundener-prüfer', promptHash: loadPrompt('verify-support').hash })
  })

  test.each(['contradicted', 'not_in_source'])('takes away a claim that is %s, with the reason', async (verdict) => {
    const { answer } = await askChecked([rule, other], verdicts(verdict))
    expect(answer.claims.map(({ text }) => text)).toEqual([rule.text])
    expect(answer.removed).toMatchObject([{ text: other.text, reason: 'not_entailed' }])
    expect(answer.removed[0]?.detail).toContain('erfundener-prüfer')
    expect(shown(answer)).not.toContain('Ersatz')
  })

  test('cannot rescue what a rule removed, however it lies', async () => {
    const { answer, asked } = await askChecked([other, lie], verdicts('supported', 'supported', 'supported'))
    expect(asked?.prompt).not.toContain('neun Jahre')
    expect(answer.claims.map(({ text }) => text)).toEqual([other.text])
    expect(answer.removed).toMatchObject([{ text: lie.text, reason: 'number_not_in_source' }])
  })

  test('decides what a rule objects to without being sure, and is asked about it first', async () => {
    const { answer, asked } = await askChecked([other, doubted], verdicts('supported', 'supported'))
    expect(asked?.prompt).toContain(`A1: <aussage> ${doubted.text} </aussage>`)
    expect(answer.claims.map(({ supports }) => supports)).toEqual(['model', 'model'])
    expect(answer.notices.join(' ')).not.toContain(doubted.text)
    const { answer: refused } = await askChecked([other, doubted], verdicts('contradicted', 'supported'))
    expect(refused.claims.map(({ text }) => text)).toEqual([other.text])
    expect(refused.removed).toMatchObject([{ text: doubted.text, reason: 'not_entailed' }])
  })

  test('that says nothing of it leaves it to the reader, who is told', async () => {
    const { answer } = await askChecked([doubted], { status: 500 })
    expect(answer.claims).toMatchObject([{ text: doubted.text, supports: 'not_checked' }])
    expect(answer.notices.join(' ')).toContain(`„muss“, „soll“, „kann“): „${doubted.text}“`)
  })

  test('that refuses everything leaves the words of the law, not an empty answer', async () => {
    const { answer } = await askChecked([other], verdicts('contradicted'))
    expect(answer).toMatchObject({ mode: 'extractive', checker: null })
    expect(answer.removed).toMatchObject([{ text: other.text, reason: 'not_entailed' }])
  })

  test('does not hear an instruction planted in the law as one of ours', async () => {
    const planted = { text: 'Ein Verlust der Gastkarte ist beim Amt anzuzeigen.', evidence: ['E4', 'E5'] }
    const { answer, asked } = await askChecked([planted], { say: canary })
    expect(asked?.prompt).toMatch(new RegExp(`^§ 9 Abs. 1 MusterG .erfunden.: Verlust der Gastkarte: .*${canary}`, 'm'))
    expect(answer.claims.map(({ supports }) => supports)).not.toContain('model')
    expect(shown(answer)).toContain('Urteile waren nicht lesbar')
  })

  test('that says two things of one claim has said nothing of it', async () => {
    const both = ['supported', 'contradicted'].map((verdict) => ({ claim: 'A1', reason: '', verdict }))
    const { answer } = await askChecked([other], { say: JSON.stringify({ verdicts: both }) })
    expect(answer.claims).toMatchObject([{ text: other.text, supports: 'not_checked' }])
  })

  test('that thinks aloud, or writes a fence around its verdicts, is understood', async () => {
    const { say } = verdicts('supported') as { say: string }
    const { answer } = await askChecked([other], { say: `<think>{"claim":"A1"}</think>\n\`\`\`json\n${say}\n\`\`\`` })
    expect(answer.claims).toMatchObject([{ supports: 'model' }])
  })
})

describe('a checker that cannot be used leaves the claims as the rules left them, and says so', () => {
  test.each<[string, Play, string]>([
    ['500', { status: 500 }, 'Fehler 500'],
    ['no headers', { hang: 'before_headers' }, 'nicht rechtzeitig'],
    ['silence after the headers', { hang: 'after_headers' }, 'nicht rechtzeitig'],
    ['silence midway', { hang: 'midway' }, 'nicht rechtzeitig'],
    ['a slow drip', { drip: 25 }, 'nicht rechtzeitig'],
    ['prose', { say: 'Alles stimmt.' }, 'nicht lesbar'],
    ['another shape', { say: '{"verdicts":{"A1":"supported"}}' }, 'nicht lesbar'],
    ['another word', verdicts('ja'), 'nicht lesbar'],
    ['an endless reply', { endless: 'pieces' }, 'nicht lesbar'],
  ])('%s', async (_name, play, why) => {
    const { answer, server } = await askChecked([rule, other], play, 1500)
    expect(answer).toMatchObject({ mode: 'llm', checker: null })
    expect(answer.claims.map(({ supports }) => supports)).toEqual(['rule', 'not_checked'])
    expect(answer.notices.join(' ')).toContain('nur nach Regeln geprüft')
    expect(answer.notices.join(' ')).toContain(why)
    await expect.poll(() => server.openReplies()).toBe(0)
  })

  test('nothing listens there', async () => {
    const chat = openAiChat({
      url: 'http://127.0.0.1:9/v1',
      model: 'niemand',
      key: null,
      timeoutMs: 900,
    })
    const check = checkWithModel(chat, loadPrompt('verify-support'))
    const { answer } = await ask({ play: { say: claims([other]) }, parts: { check } })
    expect(answer.claims).toMatchObject([{ supports: 'not_checked' }])
    expect(answer.notices.join(' ')).toContain('nicht erreichbar')
  })
})
