import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import type { ChatModel } from './models/chat.ts'
import { chatTurn } from './models/chat-turn.ts'
import { openChecker } from './open-checker.ts'
import { loadPrompt } from './prompt.ts'

const chat: ChatModel = { name: 'antwortet', complete: async () => ({ text: '' }) }
const composer = { chat, prompt: loadPrompt('compose') }

test.each([
  [
    'the model that words answers checks them, too',
    {},
    { name: 'antwortet', promptHash: loadPrompt('verify-support').hash },
  ],
  [
    'an endpoint of its own does',
    { FUNDSTELLE_ENTAIL_URL: 'http://x:1/v1', FUNDSTELLE_ENTAIL_MODEL: 'prüft' },
    { name: 'prüft' },
  ],
  ['a classifier does', { FUNDSTELLE_ENTAIL_URL: 'http://x:1/predict/' }, { name: 'default', promptHash: null }],
])('%s', (_what, environment, checker) => {
  expect(openChecker(readConfig(environment), composer)?.(chatTurn('wer fragt'))).toMatchObject(checker)
})

test('no model is asked where none words answers, or where it is switched off', () => {
  expect(openChecker(readConfig({}), null)).toBeNull()
  expect(openChecker(readConfig({ FUNDSTELLE_ENTAIL_URL: 'off' }), composer)).toBeNull()
})
