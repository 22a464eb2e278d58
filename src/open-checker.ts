import type { Composer } from './answer/compose/compose-with-model.ts'
import { checkWithClassifier } from './answer/verify/check-with-classifier.ts'
import { checkWithModel } from './answer/verify/check-with-model.ts'
import type { EntailmentChecker } from './answer/verify/entailment.ts'
import type { Config } from './config.ts'
import { openAiChat } from './models/chat.ts'
import type { ChatTurn } from './models/chat-turn.ts'
import { classifierEndpoint } from './models/classifier-endpoint.ts'
import { classifierInTurn } from './models/classifier-in-turn.ts'
import { queueChat } from './models/queue-chat.ts'
import { withTurn } from './models/with-turn.ts'
import { loadPrompt } from './prompt.ts'

/** The model that checks the claims of one question, within what is left of the question's time. */
export type CheckerOfTurn = (turn: ChatTurn) => EntailmentChecker

/** The model that checks claims: an endpoint of its own, else the one that words them. Null where there is none to check. */
export function openChecker(
  { entailment: { url, model, key }, llm }: Config,
  composer: Composer | null,
): CheckerOfTurn | null {
  if (!composer || url === 'off') return null
  const prompt = loadPrompt('verify-support')
  if (url === null) return (turn) => checkWithModel(withTurn(composer.chat, turn), prompt)
  const { timeoutMs } = llm
  const endpoint = { url: url.replace(/\/+$/, ''), model, key, timeoutMs }
  if (endpoint.url.endsWith('/predict')) {
    const classifier = classifierEndpoint(endpoint)
    return (turn) => checkWithClassifier(classifierInTurn(classifier, turn, timeoutMs))
  }
  const chat = queueChat(openAiChat(endpoint), llm)
  return (turn) => checkWithModel(withTurn(chat, turn), prompt)
}
