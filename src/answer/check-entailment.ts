import type { Answer, VerifiedDraft } from '../law/answer.ts'
import { ChatModelError } from '../models/chat-model-error.ts'
import { ClassifierError } from '../models/classifier-error.ts'
import { applyVerdicts, asAsked, claimsToAsk, type EntailmentChecker } from './verify/entailment.ts'

/** A draft after a model was asked about its claims. */
export interface CheckedDraft {
  verified: VerifiedDraft
  /** The model whose verdicts count; null where none was asked or it gave none. */
  checker: Answer['checker']
  /** Why no model checked the claims, as a German sentence; null where one did or there was nothing to ask. */
  notice: string | null
}

/**
 * Asks a model about the claims that rules let pass, all in one call. Whatever goes wrong with it leaves the draft as the rules left it, and says so.
 * @throws the signal's reason when the caller gave up.
 */
export async function checkEntailment(
  checker: EntailmentChecker | null,
  verified: VerifiedDraft,
  signal: AbortSignal,
): Promise<CheckedDraft> {
  const asked = checker ? claimsToAsk(verified) : []
  if (!checker || asked.length === 0) return { verified, checker: null, notice: null }
  const { name, promptHash } = checker
  try {
    const verdicts = await checker.judge(asked.map(asAsked), signal)
    const judged = new Map(asked.map((claim, index) => [claim, verdicts[index] ?? null]))
    return { verified: applyVerdicts(verified, judged, name), checker: { name, promptHash }, notice: null }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ChatModelError) && !(error instanceof ClassifierError)) throw error
    return { verified, checker: null, notice: noticeOn(name, faultOf(error)) }
  }
}

/** In words that fit whichever setting named the model. */
function faultOf(error: ChatModelError | ClassifierError): string {
  if (error instanceof ClassifierError) return error.message
  if (error.kind === 'timeout') return 'Es hat nicht rechtzeitig geantwortet.'
  if (error.kind === 'busy') return 'Es ist ausgelastet.'
  if (error.kind === 'http') return `Es antwortet mit dem Fehler ${error.status}.`
  return error.kind === 'unreachable' ? 'Es ist nicht erreichbar.' : 'Seine Urteile waren nicht lesbar.'
}

function noticeOn(name: string, why: string): string {
  return `Die Aussagen sind nur nach Regeln geprüft, das Prüfmodell ${name} fiel aus: ${why}`
}
