import { ChatModelError } from './chat-model-error.ts'
import { ReplyLimitError } from './reply-limit-error.ts'

/** What went wrong with a call, told apart; `gaveUp`: the caller did, `outOfTime`: the whole time limit is over. */
export function asChatModelError(
  error: unknown,
  { model, url, timeoutMs }: { model: string; url: string; timeoutMs: number },
  { gaveUp, outOfTime }: { gaveUp: boolean; outOfTime: boolean },
): ChatModelError {
  if (error instanceof ChatModelError) return error
  if (gaveUp) return new ChatModelError('aborted', 'Die Anfrage wurde abgebrochen.', { cause: error })
  const limit = limitOf(error)
  if (outOfTime || limit?.limit === 'silence') {
    const message = `Das Sprachmodell ${model} hat nicht rechtzeitig geantwortet (Grenze: ${Math.round(timeoutMs / 1000)} s, FUNDSTELLE_LLM_TIMEOUT_MS).`
    return new ChatModelError('timeout', message, { cause: error })
  }
  if (limit) return new ChatModelError('too_long', `${limit.message} Sie wurde nicht verwendet.`, { cause: error })
  const status = statusOf(error)
  if (status !== undefined) {
    const message = `Das Sprachmodell ${model} hat mit dem Fehler ${status} geantwortet. ${mend(status)}`
    return new ChatModelError('http', message, { status, cause: error })
  }
  const message = `Das Sprachmodell ${model} ist unter ${url} nicht erreichbar. Bitte Adresse (FUNDSTELLE_LLM_URL) und Dienst prüfen.`
  return new ChatModelError('unreachable', message, { cause: error })
}

/** HTTP status an error of the library carries. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' ? status : undefined
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
