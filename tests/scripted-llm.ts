import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What the scripted model was asked. */
export interface ScriptedRequest {
  path: string
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
  /** All messages, as one text. */
  prompt: string
  /** The sentences offered in the prompt. */
  evidence: { id: string; text: string }[]
}

/** What the server does with one chat request. */
export type Play =
  | { say: string }
  | { status: number; headers?: Record<string, string>; body?: string }
  /** Answers what `otherwise` says, but only to requests without `response_format`. */
  | { refuseSchema: true; otherwise: Play }
  | { redirect: string }
  | { hang: 'before_headers' | 'after_headers' | 'midway' }
  /** The connection is reset. */
  | { die: 'before_headers' | 'midway' }
  /** Says it only when told to. */
  | { say: string; when: Promise<unknown> }
  /** One piece every so many milliseconds, for ever. */
  | { drip: number }
  | { endless: 'pieces' | 'one_line' }

export interface ScriptedLlm {
  /** Base address with `/v1`. */
  url: string
  port: number
  requests: ScriptedRequest[]
  /** Connections on which a reply is still being sent. */
  openReplies(): number
  close(): Promise<void>
}

/**
 * An OpenAI-compatible server on loopback whose chat replies come from a script: `play` sees each request and says
 * what happens. Embeddings are three numbers made of a text's length unless `embed` says otherwise. Everything it says is
 * invented.
 */
export async function startScriptedLlm(
  play: (request: ScriptedRequest, count: number) => Play,
  models: string[] = ['erfundenes-modell'],
  port = 0,
  embed: (texts: string[], model: string) => number[][] | Promise<number[][]> = (texts) =>
    texts.map((text) => [text.length, 1, -1]),
): Promise<ScriptedLlm> {
  const requests: ScriptedRequest[] = []
  const open = new Set<ServerResponse>()
  const sockets = new Set<Socket>()
  const server = createServer((incoming, response) => {
    open.add(response)
    response.on('close', () => open.delete(response))
    void readRequest(incoming).then(async (request) => {
      requests.push(request)
      if (request.path === '/v1/models') return sendJson(response, { data: models.map((id) => ({ id })) })
      if (request.path === '/v1/embeddings') {
        const vectors = await embed([request.body['input']].flat().map(String), String(request.body['model']))
        return sendJson(response, { data: vectors.map((embedding, index) => ({ index, embedding })) })
      }
      return perform(play(request, requests.length), request, response)
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: listening } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${listening}/v1`,
    port: listening,
    requests,
    openReplies: () => open.size,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A reply in the form the prompt asks for. */
export function claims(list: { text: string; evidence: string[]; role?: string }[], open: string[] = []): string {
  return JSON.stringify({ claims: list.map((claim) => ({ role: 'rule', ...claim })), open })
}

async function readRequest(incoming: IncomingMessage): Promise<ScriptedRequest> {
  let text = ''
  for await (const piece of incoming) text += String(piece)
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
  const messages = (body['messages'] ?? []) as { content: string }[]
  const prompt = messages.map(({ content }) => content).join('\n')
  const evidence = [...prompt.matchAll(/^(E\d+): (.*)$/gm)].map(([, id = '', words = '']) => ({ id, text: words }))
  return { path: incoming.url ?? '', headers: incoming.headers, body, prompt, evidence }
}

function perform(play: Play, request: ScriptedRequest, response: ServerResponse): void {
  if ('refuseSchema' in play) {
    const refused = request.body['response_format'] !== undefined
    return perform(
      refused ? { status: 400, body: '{"error":{"message":"unknown"}}' } : play.otherwise,
      request,
      response,
    )
  }
  if ('status' in play) {
    response.writeHead(play.status, { 'content-type': 'application/json', ...play.headers })
    response.end(play.body ?? '{"error":{"message":"erfundener Fehler"}}')
    return
  }
  if ('redirect' in play) {
    response.writeHead(307, { location: play.redirect }).end()
    return
  }
  if ('hang' in play && play.hang === 'before_headers') return
  if ('die' in play && play.die === 'before_headers') {
    response.socket?.resetAndDestroy()
    return
  }
  if ('when' in play) {
    const { say, when } = play
    void when.then(() => response.destroyed || perform({ say }, request, response))
    return
  }
  if ('say' in play && request.body['stream'] !== true) {
    return sendJson(response, { choices: [{ index: 0, message: { role: 'assistant', content: play.say } }] })
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.flushHeaders()
  if ('say' in play) {
    for (let at = 0; at < play.say.length; at += 20) response.write(event(play.say.slice(at, at + 20)))
    response.end('data: [DONE]\n\n')
  } else if ('die' in play) {
    response.write(event('{"claims": ['), () => response.socket?.resetAndDestroy())
  } else if ('hang' in play) {
    if (play.hang === 'midway') response.write(event('{"claims": ['))
  } else if ('drip' in play) {
    const timer = setInterval(() => response.write(event(' ')), play.drip)
    response.on('close', () => clearInterval(timer))
  } else {
    pour(response, play.endless === 'pieces' ? event('x'.repeat(1000)) : 'x'.repeat(10_000))
  }
}

/** Writes for ever, as fast as the reader takes it. */
function pour(response: ServerResponse, piece: string): void {
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  }
  response.on('drain', more)
  more()
}

function event(text: string): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta: { role: 'assistant', content: text } }] })}\n\n`
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}
