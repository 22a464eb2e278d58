import { localChat } from '../local-chat.ts'

// A command that asks a model once and then has nothing more to do.
const runtime = process.argv[2] ?? ''
const chat = localChat({
  name: 'erfunden',
  file: '/modelle/e.gguf',
  runtime,
  contextTokens: 600,
  timeoutMs: 20_000,
  say: () => {},
})
const signal = new AbortController().signal
const { text } = await chat.complete({ system: 'Kurz.', user: 'Frage? LANGSAM', schema: { type: 'object' }, signal })
const tokens = await chat.countTokens?.('ein zwei drei')
process.stdout.write(`${tokens} Token, ${text.slice(0, 10)}`)
