import { expect, test } from 'vitest'
import { ChatModelError } from './chat-model-error.ts'
import { createChatRest } from './chat-rest.ts'

const timeout = new ChatModelError('timeout', 'zu spät')
const refusal = new ChatModelError('http', 'Fehler 500')

function played(timeoutMs = 120_000) {
  const clock = { now: 0 }
  const rest = createChatRest('erfundenes-modell', timeoutMs, () => clock.now)
  /** One call that came now and had its slot at once. */
  const call = (outcome: ChatModelError | null, tookMs: number) => {
    rest.begin(clock.now)
    clock.now += tookMs
    if (outcome) rest.failed(outcome, tookMs)
    else rest.worked()
  }
  return { clock, rest, call }
}

test('a model that hung three times in a row rests, then one question tries it, and what works ends the rest', () => {
  const { clock, rest, call } = played()
  for (let count = 0; count < 3; count += 1) call(timeout, 120_000)
  expect(() => rest.refuseWhileResting()).toThrow('3-mal hintereinander')
  expect(() => rest.refuseWhileResting()).toThrow('In 30 s')
  clock.now += 30_000
  rest.refuseWhileResting()
  rest.begin(clock.now)
  expect(() => rest.begin(clock.now)).toThrow(ChatModelError)
  rest.worked()
  rest.begin(clock.now)
})

test('a try that is abandoned is followed by another', () => {
  const { clock, rest, call } = played()
  for (let count = 0; count < 3; count += 1) call(timeout, 120_000)
  clock.now += 30_000
  rest.begin(clock.now)
  clock.now += 30_000
  expect(() => rest.begin(clock.now)).not.toThrow()
})

test('failures told at once never make it rest: they cost nobody time', () => {
  const { rest, call } = played()
  for (let count = 0; count < 10; count += 1) call(refusal, 50)
  rest.refuseWhileResting()
  for (let count = 0; count < 3; count += 1) call(refusal, 6000)
  expect(() => rest.refuseWhileResting()).toThrow(ChatModelError)
})

test('an answer between the failures shows that it works', () => {
  const { rest, call } = played()
  call(timeout, 120_000)
  call(timeout, 120_000)
  call(null, 100)
  call(timeout, 120_000)
  expect(() => rest.refuseWhileResting()).not.toThrow()
})

test('who waited behind a call that hung is not made to wait for the same again, who comes later asks', () => {
  const { clock, rest } = played()
  rest.begin(0)
  clock.now = 120_000
  rest.failed(timeout, 120_000)
  expect(() => rest.begin(1)).toThrow('die Fragen davor')
  rest.begin(clock.now)
})

test('who waited while others were answered asks, though one call hung', () => {
  const { clock, rest } = played()
  clock.now = 60_000
  rest.worked()
  clock.now = 120_000
  rest.failed(timeout, 120_000)
  expect(() => rest.begin(1)).not.toThrow()
})
