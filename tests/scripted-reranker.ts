import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a rerank endpoint was sent. */
export interface RerankRequest {
  path: string
  authorization: string | undefined
  body: { query?: string; documents?: string[]; texts?: string[]; model?: string; top_n?: number }
}

/** What it does: a status with a body, a redirect, or silence. */
export type RerankPlay = { status: number; body: string } | { redirect: string } | 'silence'

export interface ScriptedReranker {
  url: string
  port: number
  requests: RerankRequest[]
  close(): Promise<void>
}

/** A rerank endpoint on loopback that does what `play` says. Everything it says is invented. */
export async function startScriptedReranker(
  play: (request: RerankRequest) => RerankPlay,
  port = 0,
): Promise<ScriptedReranker> {
  const requests: RerankRequest[] = []
  const server = createServer((incoming, response) => {
    void text(incoming).then((content) => {
      const { url: path = '', headers } = incoming
      const request = { path, authorization: headers.authorization, body: JSON.parse(content) as RerankRequest['body'] }
      requests.push(request)
      reply(response, play(request))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Scores a text by how often a word stands in it, best first, in the common shape. */
export function scoringByWord(word: string): (request: RerankRequest) => RerankPlay {
  return ({ body }) => {
    const results = (body.documents ?? [])
      .map((document, index) => ({ index, relevance_score: document.split(word).length - 1 }))
      .toSorted((a, b) => b.relevance_score - a.relevance_score)
    return { status: 200, body: JSON.stringify({ model: body.model, results }) }
  }
}

function reply(response: ServerResponse, played: RerankPlay): void {
  if (played === 'silence') return
  if ('redirect' in played) response.writeHead(307, { location: played.redirect }).end()
  else response.writeHead(played.status, { 'content-type': 'application/json' }).end(played.body)
}
