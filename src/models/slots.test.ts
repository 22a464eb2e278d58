import { expect, test } from 'vitest'
import { createSlots } from './slots.ts'

const never = new AbortController().signal

test('work waits in the order it came, and at most the limit runs at once', async () => {
  const slots = createSlots(2)
  const started: number[] = []
  let running = 0
  let most = 0
  const work = (name: number) => async () => {
    started.push(name)
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running -= 1
  }
  await Promise.all([1, 2, 3, 4, 5].map((name) => slots.run(never, work(name))))
  expect(started).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})

test('work that fails frees its slot', async () => {
  const slots = createSlots(1)
  await expect(slots.run(never, () => Promise.reject(new Error('gescheitert')))).rejects.toThrow('gescheitert')
  expect(await slots.run(never, async () => 'frei')).toBe('frei')
})

test('whoever gives up while waiting leaves the line, and those behind move up', async () => {
  const slots = createSlots(1)
  const work = new AbortController()
  const first = slots.run(
    never,
    () => new Promise<void>((resolve) => work.signal.addEventListener('abort', () => resolve())),
  )
  const caller = new AbortController()
  const second = slots.run(caller.signal, async () => 'zweite')
  const third = slots.run(never, async () => 'dritte')
  caller.abort(new Error('aufgegeben'))
  await expect(second).rejects.toThrow('aufgegeben')
  work.abort()
  await first
  expect(await third).toBe('dritte')
})

test('work whose caller has given up already is never started', async () => {
  const slots = createSlots(1)
  let started = false
  const work = slots.run(AbortSignal.abort(new Error('zu spät')), async () => {
    started = true
  })
  await expect(work).rejects.toThrow('zu spät')
  expect(started).toBe(false)
})
