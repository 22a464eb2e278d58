import type { Service } from '../../../src/api/service.ts'
import { toAnswerJson } from '../../../src/law/answer-json.ts'
import type { AnswerStyle } from '../../../src/law/answer.ts'
import { toHit } from '../../../src/law/hit.ts'
import { givenByFundstelle } from './given-by-fundstelle.ts'
import type { System } from './system.ts'

/** Passages kept of each search, enough for recall among fifty. */
export const passagesKept = 50

/** This system, asked in the same process. `promptHash` is that of the prompt a model would be given. */
export function askInProcess(
  service: Service,
  { territory, style, promptHash }: { territory: string; style: AnswerStyle; promptHash: string | null },
  corpusState: string,
): System {
  const model = service.model()?.name ?? null
  return {
    facts: {
      system: 'fundstelle',
      kind: 'fundstelle',
      model,
      promptHash: model === null ? null : promptHash,
      corpusState,
    },
    async ask({ question: text, asOf }, signal) {
      const question = { text, asOf, territory, style, kinds: null }
      const began = performance.now()
      let firstEventMs: number | null = null
      const onEvent = () => (firstEventMs ??= performance.now() - began)
      const answer = await service.ask({ question, owner: 'evaluation', onEvent, signal })
      const times = { firstEventMs, totalMs: performance.now() - began }
      const { passages } = await service.search({ text, asOf, territory, kinds: null, limit: passagesKept })
      return givenByFundstelle(toAnswerJson(answer), passages.map(toHit), times)
    },
  }
}
