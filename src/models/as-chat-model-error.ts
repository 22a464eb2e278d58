import { ChatModelError } from './chat-model-error.ts'
import type { ReplyProgress } from './model-fetch.ts'
import { ReplyLimitError } from './reply-limit-error.ts'

/** From this silence on a reply that is cut off by the time limit counts as fallen silent, not as slow. */
const silentMs = 10_000

/**
 * What went wrong with a call, told apart: `signal` is the call's own, whose reason is a `ReplyLimitError` where the
 * whole time limit is over; any other reason is the caller's. `progress` is how far the reply came.
 */
export function asChatModelError(
  error: unknown,
  { model, url, timeoutMs }: { model: string; url: string; timeoutMs: number },
  { signal, progress }: { signal: AbortSignal; progress: ReplyProgress },
): ChatModelError {
  if (error instanceof ChatModelError) return error
  const limit = limitOf(signal.reason) ?? limitOf(error)
  if (signal.aborted && !limit) return new ChatModelError('aborted', 'Die Anfrage wurde abgebrochen.', { cause: error })
  if (limit?.limit === 'size')
    return new ChatModelError('too_long', `${limit.message} Sie wurde nicht verwendet.`, { cause: error })
  if (limit) {
    const message = `Das Sprachmodell ${model} hat nicht rechtzeitig geantwortet (Grenze: ${seconds(timeoutMs)} s, FUNDSTELLE_LLM_TIMEOUT_MS): ${howFar(progress, timeoutMs)}`
    return new ChatModelError('timeout', message, { cause: error })
  }
  const status = statusOf(error)
  if (status !== undefined) {
    const message = `Das Sprachmodell ${model} hat mit dem Fehler ${status} geantwortet. ${mend(status)}`
    return new ChatModelError('http', message, { status, cause: error })
  }
  if (progress.answered) {
    const message = `Die Verbindung zum Sprachmodell ${model} ist mitten in der Antwort abgebrochen. Bitte das Protokoll des Modellservers prüfen.`
    return new ChatModelError('broken_off', message, { cause: error })
  }
  const message = `Das Sprachmodell ${model} ist unter ${url} nicht erreichbar. Bitte Adresse (FUNDSTELLE_LLM_URL) und Dienst prüfen.`
  return new ChatModelError('unreachable', message, { cause: error })
}

/** HTTP status an error of the library carries. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' ? status : undefined
}

/** The three ways of not being in time. */
function howFar({ answered, lastByteAt }: ReplyProgress, timeoutMs: number): string {
  if (!answered) return 'Es hat auf die Anfrage gar nicht reagiert.'
  if (lastByteAt === null) return 'Es hat die Anfrage angenommen und dann nichts geschrieben.'
  const silence = performance.now() - lastByteAt
  if (silence >= Math.min(silentMs, timeoutMs / 2)) return 'Es ist mitten in der Antwort verstummt.'
  return 'Es schreibt zu langsam und war nicht fertig.'
}

/** The libraries wrap what a body ends with; the reason lies somewhere below. */
function limitOf(error: unknown): ReplyLimitError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ReplyLimitError) return cause
  }
  return null
}

function mend(status: number): string {
  if (status === 401 || status === 403) return 'Bitte den Schlüssel (FUNDSTELLE_LLM_KEY) prüfen.'
  if (status === 404) return 'Bitte Adresse und Modellname (FUNDSTELLE_LLM_URL, FUNDSTELLE_LLM_MODEL) prüfen.'
  if (status === 429) return 'Es ist überlastet; bitte später erneut fragen.'
  return 'Bitte das Protokoll des Modellservers prüfen.'
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10
}
