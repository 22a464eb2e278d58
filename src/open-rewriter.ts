import type { Composer } from './answer/compose/compose-with-model.ts'
import type { Rewriter } from './answer/understand/rewrite-with-model.ts'
import type { Config } from './config.ts'
import { loadPrompt } from './prompt.ts'

/** Longest an answer waits for a rewritten question; without one it is found, too. */
const patienceMs = 15_000

/** The model that rewords questions for the search: the one that words answers, where the configuration asks for it. */
export function openRewriter({ rewrite, llm }: Config, composer: Composer | null): Rewriter | null {
  if (!rewrite || !composer) return null
  return { chat: composer.chat, prompt: loadPrompt('rewrite'), timeoutMs: Math.min(patienceMs, llm.timeoutMs) }
}

/** The same model, told to write follow-ups out. */
export function forFollowUps(rewriter: Rewriter | null): Rewriter | null {
  return rewriter && { ...rewriter, prompt: loadPrompt('follow-up') }
}
