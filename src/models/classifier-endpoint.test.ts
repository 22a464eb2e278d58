import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { checkWithClassifier } from '../answer/verify/check-with-classifier.ts'
import { classifierEndpoint } from './classifier-endpoint.ts'
import { ClassifierError } from './classifier-error.ts'

const running: Server[] = []
afterEach(() => {
  for (const server of running.splice(0)) server.close().closeAllConnections()
})

const everyday = new AbortController().signal
const asked = [{ text: 'Die Karte gilt.', sentences: [{ label: '§ 4', text: 'Die Gastkarte gilt drei Monate.' }] }]

/** A classifier that answers every request with this, or never (null), and what it was asked. */
async function started(reply: unknown, status = 200) {
  const bodies: unknown[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (piece) => (text += String(piece)))
    request.on('end', () => {
      bodies.push(JSON.parse(text))
      if (reply === null) return
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
    })
  })
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/predict`
  return { bodies, classifier: classifierEndpoint({ url, model: 'erfunden', key: null, timeoutMs: 800 }) }
}

function scores(entailment: number, neutral: number, contradiction: number) {
  return [
    { label: 'entailment', score: entailment },
    { label: 'neutral', score: neutral },
    { label: 'CONTRADICTION', score: contradiction },
  ]
}

describe('a classifier behind Text Embeddings Inference', () => {
  test('is asked in pairs, the cited sentences first, with nothing cut off', async () => {
    const { bodies, classifier } = await started([scores(0.9, 0.1, 0)])
    await checkWithClassifier(classifier).judge(asked, everyday)
    expect(bodies).toEqual([{ inputs: [['§ 4: Die Gastkarte gilt drei Monate.', 'Die Karte gilt.']], truncate: false }])
  })

  test.each([
    [scores(0.95, 0.04, 0.01), 'supported'],
    [scores(0.05, 0.05, 0.9), 'contradicted'],
    [scores(0.1, 0.85, 0.05), null],
    [scores(0.6, 0.1, 0.3), null],
  ])('is believed where it is sure, and never for `neutral`', async (given, verdict) => {
    const { classifier } = await started([given])
    expect(await checkWithClassifier(classifier).judge(asked, everyday)).toEqual([verdict])
  })

  test.each<[string, unknown, number, RegExp]>([
    ['an error', {}, 500, /Fehler 500/],
    ['names that mean nothing', [[{ label: 'LABEL_0', score: 1 }]], 200, /nicht lesbar/],
    ['too few', [], 200, /nicht lesbar/],
    ['one pair instead of a list', scores(1, 0, 0), 200, /nicht lesbar/],
    ['a number beyond all measure', [scores(7, 0, 0)], 200, /nicht lesbar/],
    ['silence', null, 200, /antwortet nicht/],
  ])('that answers with %s gives no verdict and says why', async (_name, reply, status, why) => {
    const { classifier } = await started(reply, status)
    const judging = checkWithClassifier(classifier).judge(asked, everyday)
    await expect(judging).rejects.toThrow(why)
    await expect(judging).rejects.toBeInstanceOf(ClassifierError)
  })
})
