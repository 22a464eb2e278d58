import { expect, test } from 'vitest'
import { baseUrl, modelFetch } from './model-fetch.ts'

test.each([
  ['http://127.0.0.1:11434', 'http://127.0.0.1:11434/v1'],
  ['http://127.0.0.1:11434/', 'http://127.0.0.1:11434/v1'],
  ['http://127.0.0.1:8000/v1/', 'http://127.0.0.1:8000/v1'],
  ['https://ki.example/plattform/v1/chat/completions', 'https://ki.example/plattform/v1'],
  ['https://ki.example/v1/embeddings', 'https://ki.example/v1'],
])('a model address written as %s is read as %s', (written, read) => {
  expect(baseUrl(written)).toBe(read)
})

test('no other address than the configured one is ever contacted', async () => {
  const limits = { key: 'geheim', timeoutMs: 1000, idleMs: 1000, maxBytes: 1000 }
  const fetchModel = modelFetch({ url: 'http://127.0.0.1:9/v1', ...limits })
  await expect(fetchModel('https://fremd.example/v1/chat/completions')).rejects.toThrow('nicht unter der eingestellten')
  await expect(fetchModel(new URL('http://127.0.0.1:9/v2'))).rejects.toThrow('nicht unter der eingestellten')
})
