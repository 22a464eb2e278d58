import { mayAskNow } from './asking-hours.ts'
import { readBody, type BodyLimits } from './read-body.ts'
import { agentName, robotsDelayMsMax, robotsGate } from './robots-gate.ts'

/** How patient and how polite; all in milliseconds. */
export interface PoliteOptions extends BodyLimits {
  /** Least time between two requests. */
  pauseMs: number
  /** Tries in all for one address. */
  attempts: number
  /** First waiting time before another try; doubles each time, give or take half. */
  backoffMs: number
  /** A server that asks for more than this is left alone. */
  retryAfterMsMax: number
  /** False: its robots.txt is not asked for (a mirror of our own). */
  robots: boolean
  /** `20:00-06:00`, German time: outside of these hours nothing is asked. None: at any time. */
  hours: readonly string[]
}

export const politeDefaults: PoliteOptions = {
  pauseMs: 300,
  attempts: 4,
  backoffMs: 1000,
  retryAfterMsMax: 120_000,
  robots: true,
  hours: [],
  totalMs: 120_000,
  idleMs: 20_000,
  bytesMax: 64 * 1024 * 1024,
}

/** `unreachable`: the server as a whole does not answer; `failed`: this address does not. `reason` is German. */
export type Reply =
  | { kind: 'ok'; bytes: Uint8Array; headers: Headers }
  | { kind: 'not_modified' }
  | { kind: 'not_found' }
  | { kind: 'failed'; reason: string }
  | { kind: 'unreachable'; reason: string }

export type Get = (path: string, headers: Record<string, string>) => Promise<Reply>

type Attempt = Reply | { kind: 'again'; reason: string; afterMs: number | null; unreachable: boolean }

const userAgent = `${agentName}/0.1 (Gesetzessammlung einer Behoerde; eine Verbindung, mit Pausen)`
const redirectsMax = 3

/**
 * A way to get files from one server: one request at a time, with a pause between two, tried again after 429, 5xx
 * and network faults (Retry-After is kept). Only `base` is contacted; a redirect that leads elsewhere is refused. What
 * the server's robots.txt forbids is not asked for, nor anything outside of the hours.
 * @throws TypeError where `base` is no http(s) address.
 */
export function politeClient(base: string, options: PoliteOptions): Get {
  const origin = serverOf(base)
  let queue: Promise<unknown> = Promise.resolve()
  let nextAt = 0
  let { pauseMs } = options
  const send: Send = async (url, headers) => {
    await wait(nextAt - Date.now())
    nextAt = Date.now() + pauseMs
    return attempt(origin, url, headers, options)
  }
  const robots = robotsGate(() => persist(send, new URL('/robots.txt', origin), {}, options))
  const ask = async (url: URL, headers: Record<string, string>): Promise<Reply> => {
    if (!mayAskNow(options.hours, new Date())) return outsideHours(origin, options.hours)
    const rules = options.robots ? await robots() : undefined
    if (rules && 'kind' in rules) return rules
    if (rules?.allows(url.pathname + url.search) === false) return forbidden(url)
    pauseMs = Math.max(options.pauseMs, Math.min(rules?.delayMs ?? 0, robotsDelayMsMax))
    return persist(send, url, headers, options)
  }
  return (path, headers) => {
    const reply = queue.then(() => ask(new URL(path, origin), headers))
    queue = reply
    return reply
  }
}

function outsideHours({ host }: URL, hours: readonly string[]): Reply {
  return { kind: 'unreachable', reason: `${host} wird nur zu diesen Uhrzeiten gefragt: ${hours.join(', ')}.` }
}

function forbidden({ href }: URL): Reply {
  return { kind: 'failed', reason: `Die robots.txt des Herausgebers verbietet den Abruf von ${href}.` }
}

type Send = (url: URL, headers: Record<string, string>) => Promise<Attempt>

function serverOf(base: string): URL {
  const url = new URL(base.endsWith('/') ? base : `${base}/`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError(`${base} ist keine Adresse mit http:// oder https://.`)
  return url
}

async function persist(send: Send, url: URL, headers: Record<string, string>, options: PoliteOptions): Promise<Reply> {
  for (let tried = 1; ; tried += 1) {
    const result = await send(url, headers)
    if (result.kind !== 'again') return result
    const pause = result.afterMs ?? options.backoffMs * 2 ** (tried - 1) * (0.5 + Math.random())
    if (pause > options.retryAfterMsMax)
      return {
        kind: 'unreachable',
        reason: `${result.reason} Er bittet um ${Math.ceil(pause / 60_000)} Minuten Geduld.`,
      }
    if (tried >= options.attempts)
      return {
        kind: result.unreachable ? 'unreachable' : 'failed',
        reason: `${result.reason} ${options.attempts} Versuche. Bitte später erneut einlesen.`,
      }
    await wait(pause)
  }
}

async function attempt(
  origin: URL,
  url: URL,
  headers: Record<string, string>,
  options: PoliteOptions,
): Promise<Attempt> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(new Error('Zeit überschritten')), options.totalMs)
  try {
    const response = await follow(origin, url, headers, abort, options)
    return 'kind' in response ? response : await judge(response, abort, options)
  } catch (cause) {
    return { kind: 'again', reason: unreachable(cause), afterMs: null, unreachable: true }
  } finally {
    clearTimeout(timer)
    // Whatever was not read to its end is let go, so that the one connection is free.
    abort.abort()
  }
}

async function follow(
  origin: URL,
  start: URL,
  headers: Record<string, string>,
  abort: AbortController,
  options: PoliteOptions,
): Promise<Response | Reply> {
  // Publishers redirect to http:// of their own address: it is asked for encrypted all the same.
  let url = new URL(start)
  for (let hops = 0; hops <= redirectsMax; hops += 1) {
    if (url.hostname === origin.hostname && origin.protocol === 'https:') url.protocol = origin.protocol
    if (url.origin !== origin.origin) return elsewhere(url)
    const idle = setTimeout(() => abort.abort(new Error('keine Antwort')), options.idleMs)
    const response = await fetch(url, {
      redirect: 'manual',
      signal: abort.signal,
      headers: { 'user-agent': userAgent, 'accept-encoding': 'identity', ...headers },
    }).finally(() => clearTimeout(idle))
    const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get('location') : null
    if (location === null) return response
    await response.body?.cancel()
    const target = URL.canParse(location, String(url)) ? new URL(location, url) : null
    if (target === null) return { kind: 'failed', reason: 'Der Herausgeber leitet auf eine unlesbare Adresse um.' }
    url = target
  }
  return { kind: 'failed', reason: `Der Herausgeber leitet mehr als ${redirectsMax}-mal um.` }
}

async function judge(response: Response, abort: AbortController, options: PoliteOptions): Promise<Attempt> {
  const { status } = response
  if (status === 304) return { kind: 'not_modified' }
  if (status === 404 || status === 410) return { kind: 'not_found' }
  if (status === 429 || status >= 500) {
    const reason = `Der Herausgeber ist überlastet oder gestört (HTTP ${status}).`
    const afterMs = retryAfterMs(response.headers.get('retry-after'))
    return { kind: 'again', reason, afterMs, unreachable: status === 429 || status === 503 }
  }
  if (status !== 200) return { kind: 'failed', reason: `Der Herausgeber antwortet mit HTTP ${status}.` }
  const bytes = await readBody(response, abort, options)
  if (bytes === null)
    return { kind: 'failed', reason: `Die Antwort ist größer als ${Math.round(options.bytesMax / 2 ** 20)} MB.` }
  return { kind: 'ok', bytes, headers: response.headers }
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function retryAfterMs(value: string | null): number | null {
  if (value === null) return null
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now())
}

function elsewhere(url: URL): Reply {
  const reason = `Der Herausgeber leitet auf eine fremde Adresse um (${url.origin}); dorthin wird nicht gefragt.`
  return { kind: 'failed', reason: `${reason} Ist er umgezogen, seine Adresse in den Einstellungen anpassen.` }
}

function unreachable(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  const detail = inner instanceof Error ? ('code' in inner ? String(inner.code) : inner.message) : String(inner)
  return `Der Herausgeber ist nicht erreichbar oder die Übertragung bricht ab (${detail}).`
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, ms))
  })
}
