import { expect, test } from 'vitest'
import { createStopwatch } from './stopwatch.ts'

test('what goes on side by side counts once, and pauses do not count', () => {
  let clock = 0
  const watch = createStopwatch(() => clock)
  const [endFirst, endSecond] = [watch.start(), watch.start()]
  clock = 50
  endFirst()
  clock = 60
  expect(watch.elapsedMs()).toBe(60)
  endSecond()
  clock = 100
  const endThird = watch.start()
  clock = 110
  endThird()
  expect(watch.elapsedMs()).toBe(70)
})
