import { expect, test } from 'vitest'
import { chatTurn } from './chat-turn.ts'
import { classifierInTurn } from './classifier-in-turn.ts'
import type { InferenceClassifier } from './classify.ts'

const never = new AbortController().signal
/** Answers nothing, and ends with its signal as HTTP clients do. */
const hanging: InferenceClassifier = {
  name: 'hängt',
  classify: (_pairs, signal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
}

test('a classifier that hangs ends with the time of its question, and what it took is taken from the question', async () => {
  const turn = chatTurn('wer fragt')
  await expect(classifierInTurn(hanging, turn, 60).classify([], never)).rejects.toThrow(/timeout/)
  expect(turn.working.elapsedMs()).toBeGreaterThan(0)
  // Nothing is left for a second one: it ends at once.
  await expect(classifierInTurn(hanging, turn, 30).classify([], never)).rejects.toThrow(/timeout/)
})
