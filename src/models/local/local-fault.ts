import { ChatModelError } from '../chat-model-error.ts'
import type { ModelAnswer } from './run-model.ts'

/** Answers that are none, as errors with German words. */
export function refuseNoAnswer(answer: ModelAnswer, name: string): void {
  if (answer.type === 'too_long') {
    const message = `Die Anfrage ist mit ${answer.tokens} Token zu lang für das Sprachmodell ${name}, das ${answer.contextTokens} fasst.`
    throw new ChatModelError('too_long', message)
  }
  if (answer.type === 'failed')
    throw new ChatModelError('bad_output', `Das Sprachmodell ${name} ist gescheitert: ${answer.message}`)
}

/** What went wrong with a call to a model in process. */
export function asLocalFault(
  error: unknown,
  { name, timeoutMs }: { name: string; timeoutMs: number },
  { gaveUp, outOfTime }: { gaveUp: boolean; outOfTime: boolean },
): unknown {
  if (error instanceof ChatModelError) return error
  if (gaveUp) return new ChatModelError('aborted', 'Die Anfrage wurde abgebrochen.', { cause: error })
  if (!outOfTime) return error
  const message = `Das Sprachmodell ${name} hat nicht rechtzeitig geantwortet (Grenze: ${Math.round(timeoutMs / 1000)} s, FUNDSTELLE_LLM_TIMEOUT_MS).`
  return new ChatModelError('timeout', message, { cause: error })
}

/** What an operator should know about a reply that was not held to its schema; null: it was. */
export function describeLooseness(name: string, loosened: string[] | null): string | null {
  if (loosened === null)
    return `Aus dem Schema der Antwort wurde keine Grammatik: ${name} schreibt frei, gelesen wird, was lesbar ist.`
  if (loosened.length === 0) return null
  return `Die Grammatik hält ${name} nicht an alles, was das Schema der Antwort verlangt (nicht an: ${loosened.join(', ')}).`
}
