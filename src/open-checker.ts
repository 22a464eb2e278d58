import type { Composer } from './answer/compose/compose-with-model.ts'
import { checkWithClassifier } from './answer/verify/check-with-classifier.ts'
import { checkWithModel } from './answer/verify/check-with-model.ts'
import type { EntailmentChecker } from './answer/verify/entailment.ts'
import type { WordingParts } from './answer/word-answer.ts'
import type { Config } from './config.ts'
import { openAiChat } from './models/chat.ts'
import { classifierEndpoint } from './models/classifier-endpoint.ts'
import { loadPrompt } from './prompt.ts'

/** The model that checks claims: an endpoint of its own, else the one that words them. Null where there is none to check. */
export function openChecker(config: Config, composer: Composer | null): WordingParts['check'] {
  if (!composer || config.entailment.url === 'off') return null
  return { checker: openEndpoint(config, composer), timeoutMs: config.llm.timeoutMs }
}

function openEndpoint({ entailment: { url, model, key }, llm }: Config, composer: Composer): EntailmentChecker {
  const { timeoutMs, concurrency } = llm
  if (url === null) return checkWithModel(composer.chat, loadPrompt('verify-support'))
  const endpoint = { url: url.replace(/\/+$/, ''), model, key, timeoutMs }
  return endpoint.url.endsWith('/predict')
    ? checkWithClassifier(classifierEndpoint(endpoint))
    : checkWithModel(openAiChat({ ...endpoint, concurrency }), loadPrompt('verify-support'))
}
