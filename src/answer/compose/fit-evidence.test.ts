import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Evidence } from '../../law/answer.ts'
import type { ChatModel } from '../../models/chat.ts'
import { replyTokens } from '../../models/reply-tokens.ts'
import { evidenceBlocks } from './evidence-blocks.ts'
import { fitEvidence } from './fit-evidence.ts'
import { numberEvidence } from './number-evidence.ts'

const prompt = 'Erfundener Auftrag. '.repeat(20)
const fill = (evidence: Evidence[]) => ({
  system: prompt,
  user: evidenceBlocks(evidence)
    .map(({ text }) => text)
    .join('\n\n'),
})
const sizeOf = (evidence: Evidence[]) => `${fill(evidence).system}\n\n${fill(evidence).user}`.length

function model(contextTokens: number, charsPerToken: number | null): ChatModel {
  const countTokens = async (text: string) => (charsPerToken === null ? null : Math.ceil(text.length / charsPerToken))
  return { name: 'erfunden', contextTokens, countTokens, complete: () => Promise.reject(new Error('not asked')) }
}

/** Eight passages of two sentences, about 900 characters each. */
const evidence = numberEvidence(
  Array.from({ length: 8 }, (_, at) =>
    buildPassage({
      norm: `§ ${at + 1}`,
      rank: at + 1,
      sentences: ['Die Gastkarte gilt. '.repeat(20).trim(), `Satz zwei von ${at} gilt. `.repeat(20).trim()],
    }),
  ),
)
const norms = (taken: Evidence[]) => [...new Set(taken.map(({ passage }) => passage.norm))]

describe('the evidence offered to a model', () => {
  test('is all of it where the window holds it', async () => {
    expect(await fitEvidence(model(8192, 3), evidence, fill)).toEqual(evidence)
  })

  test('is counted by the tokens of the model, not by characters', async () => {
    const [coarse, fine] = await Promise.all([
      fitEvidence(model(2600, 4), evidence, fill),
      fitEvidence(model(2600, 2), evidence, fill),
    ])
    expect(norms(coarse).length).toBeGreaterThan(norms(fine).length)
    expect(norms(fine)).toEqual(
      evidence
        .map(({ passage }) => passage.norm)
        .filter((_, at) => at % 2 === 0)
        .slice(0, norms(fine).length),
    )
  })

  test('is estimated cautiously where nobody counts', async () => {
    const cautious = await fitEvidence(model(2600, null), evidence, fill)
    expect(cautious).toEqual(await fitEvidence(model(2600, 3), evidence, fill))
  })

  test('has whole passages, and of a first one that alone is too long as many sentences as fit, one at least', async () => {
    const [first] = evidence
    expect(await fitEvidence(model(300, 3), evidence, fill)).toEqual([first])
    expect(await fitEvidence(model(300, 3), [], fill)).toEqual([])
  })

  test('leaves room for prompt and reply, whatever the window and the vocabulary', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1200, max: 6000 }), fc.integer({ min: 2, max: 5 }), async (context, chars) => {
        const taken = await fitEvidence(model(context, chars), evidence, fill)
        expect(sizeOf(taken) / chars + replyTokens(context)).toBeLessThanOrEqual(context)
      }),
    )
  })
})
