import { afterEach, describe, expect, test } from 'vitest'
import { ask, falseQuotes, rule, shown, stopModels } from '../../tests/ask-invented.ts'
import { claims, type Play } from '../../tests/scripted-llm.ts'

afterEach(stopModels)

describe('a model that cannot be used leaves an extract that says why', () => {
  test.each<[string, Play, RegExp]>([
    ['500', { status: 500 }, /Fehler 500/],
    ['429', { status: 429 }, /Fehler 429/],
    ['no headers', { hang: 'before_headers' }, /nicht rechtzeitig/],
    ['silence after the headers', { hang: 'after_headers' }, /nicht rechtzeitig/],
    ['a slow drip', { drip: 25 }, /nicht rechtzeitig/],
    ['an endless reply', { endless: 'pieces' }, /länger als/],
    ['prose instead of JSON', { say: 'Die Gastkarte gilt neun Jahre.' }, /nicht lesbar/],
    ['a refusal', { say: 'Ich kann dabei nicht helfen.' }, /Absage/],
    ['broken JSON', { say: '{"claims": [{"text": "Die Gastkarte gilt neun Jahre."' }, /nicht lesbar/],
    [
      'lies alone',
      { say: claims([{ text: 'Die Gastkarte gilt neun Jahre.', evidence: ['E1'] }]) },
      /hielt der Prüfung stand/,
    ],
  ])('%s', async (_name, play, why) => {
    const { answer, server } = await ask({ play, timeoutMs: 1200 })
    expect(answer).toMatchObject({ mode: 'extractive', model: null, abstention: null })
    expect(answer.fallback).toMatch(/^Kein Sprachmodell hat diese Antwort formuliert: /)
    expect(answer.fallback).toMatch(why)
    expect(answer.claims.map(({ text }) => text)).toContain('Die Gastkarte gilt drei Monate.')
    expect(shown(answer)).not.toContain('neun Jahre')
    expect(falseQuotes(answer)).toEqual([])
    await expect.poll(() => server?.openReplies()).toBe(0)
  })

  test('none at all', async () => {
    const { answer } = await ask()
    expect(answer).toMatchObject({ mode: 'extractive', model: null })
    expect(answer.fallback).toContain('Es ist keines eingerichtet.')
    expect(falseQuotes(answer)).toEqual([])
  })

  test('a reply cut off in the middle keeps what was whole', async () => {
    const { answer } = await ask({
      play: { say: claims([rule, { text: 'Sie gilt neun Jahre.', evidence: ['E1'] }]).slice(0, -40) },
    })
    expect(answer.mode).toBe('llm')
    expect(answer.claims.map(({ text }) => text)).toEqual([rule.text])
    expect(answer.removed.map(({ reason }) => reason)).toEqual(['malformed'])
  })
})
