import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answerer = (request: IncomingMessage, response: ServerResponse) => void

/**
 * A server on loopback that plays the publisher; `asked` lists the paths in the order they were asked for. A robots.txt
 * that no test has set is not there, and asking for it is not listed.
 */
export interface LocalPublisher {
  address: string
  asked: string[]
  requests: IncomingMessage[]
  /** What to answer for a path; a path without answer is 404. */
  answer(path: string, answerer: Answerer): void
  close(): Promise<void>
}

export async function startLocalPublisher(): Promise<LocalPublisher> {
  const answers = new Map<string, Answerer>()
  const asked: string[] = []
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    const answerer = answers.get(request.url ?? '')
    if (request.url !== '/robots.txt' || answerer !== undefined) {
      asked.push(request.url ?? '')
      requests.push(request)
    }
    if (answerer === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<html>404</html>')
    else answerer(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    requests,
    answer: (path, answerer) => void answers.set(path, answerer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with a file and, where given, headers. */
export function serve(body: Uint8Array | string, headers: Record<string, string> = {}): Answerer {
  return (_request, response) => void response.writeHead(200, headers).end(body)
}

/** Gives the answers one after the other; the last one stays. */
export function inTurn(...answerers: Answerer[]): Answerer {
  let next = 0
  return (request, response) => {
    answerers[Math.min(next, answerers.length - 1)]?.(request, response)
    next += 1
  }
}
