import { z } from 'zod'
import type { AnswerJson } from '../../../src/law/answer-json.ts'
import type { AnswerStyle } from '../../../src/law/answer.ts'
import type { Hit } from '../../../src/law/hit.ts'
import { passagesKept } from './ask-in-process.ts'
import { givenByFundstelle } from './given-by-fundstelle.ts'
import type { System } from './system.ts'

/** Where a running service is and who asks it. */
export interface ServiceAddress {
  url: string
  key: string | null
  style: AnswerStyle
}

const answerIn = z.looseObject({
  answer: z.string(),
  claims: z.array(z.looseObject({})),
  citations: z.array(z.looseObject({})),
  model: z.looseObject({ name: z.string(), promptHash: z.string() }).nullable(),
})

/** A running Fundstelle, asked through its API as anybody would. */
export function askByUrl({ url, key, style }: ServiceAddress): System {
  const post = (path: string, body: object, signal: AbortSignal) => postJson(new URL(path, url), body, key, signal)
  return {
    facts: {
      system: `fundstelle (${new URL(url).host})`,
      kind: 'service',
      model: null,
      promptHash: null,
      corpusState: null,
    },
    async ask({ question, asOf }, signal) {
      const began = performance.now()
      const answer: unknown = answerIn.parse(await post('/v1/questions', { question, asOf, style }, signal))
      const totalMs = performance.now() - began
      const found = z
        .looseObject({ hits: z.array(z.looseObject({})) })
        .parse(await post('/v1/search', { query: question, asOf, limit: passagesKept }, signal))
      return givenByFundstelle(answer as AnswerJson, found.hits as unknown as Hit[], { firstEventMs: null, totalMs })
    },
  }
}

async function postJson(address: URL, body: object, key: string | null, signal: AbortSignal): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) }
  const response = await fetch(address, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    signal,
    redirect: 'error',
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address.href} antwortet mit ${response.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text)
}
