import { expect, test } from 'vitest'
import { SlotWaitError } from './slot-wait-error.ts'
import { createSlots, type Place, type Slots, type Turn } from './slots.ts'

const never = new AbortController().signal

function turn(owner: string, more: Partial<Turn> = {}): Turn {
  return { owner, signal: never, patienceMs: 60_000, onMove: () => {}, ...more }
}

/** Work that runs until it is told to end, and what has been started so far. */
function scriptedWork(slots: Slots) {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const run = (name: string, more: Partial<Turn> = {}) =>
    slots.run(turn(name.slice(0, 1), more), () => {
      started.push(name)
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
    })
  const end = async (name: string) => {
    await expect.poll(() => ends.has(name)).toBe(true)
    ends.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { started, run, end }
}

test('at most the limit runs at once, and owners take turns', async () => {
  const { started, run, end } = scriptedWork(createSlots(2))
  const all = ['A1', 'A2', 'A3', 'A4', 'B1', 'C1'].map((name) => run(name))
  await expect.poll(() => started).toEqual(['A1', 'A2'])
  for (const name of ['A1', 'B1', 'A2', 'C1', 'A3', 'A4']) await end(name)
  expect(started).toEqual(['A1', 'A2', 'B1', 'C1', 'A3', 'A4'])
  expect(await Promise.all(all)).toEqual(['A1', 'A2', 'A3', 'A4', 'B1', 'C1'])
})

test('who waits hears of each new place, and who need not hears nothing', async () => {
  const { run, end } = scriptedWork(createSlots(1))
  const places: Record<string, Place[]> = { A1: [], A2: [], A3: [], B1: [] }
  const all = Object.entries(places).map(([name, heard]) => run(name, { onMove: (place) => heard.push(place) }))
  for (const name of ['A1', 'B1', 'A2', 'A3']) await end(name)
  await Promise.all(all)
  expect(places['A1']).toEqual([])
  expect(places['B1']?.map(({ position }) => position)).toEqual([1, 0])
  expect(places['A2']).toEqual([
    { position: 1, waiting: 1 },
    { position: 1, waiting: 2 },
    { position: 2, waiting: 3 },
    { position: 1, waiting: 2 },
    { position: 0, waiting: 1 },
  ])
  expect(places['A3']?.map(({ position }) => position)).toEqual([2, 3, 2, 1, 0])
})

test('work that fails frees its slot', async () => {
  const slots = createSlots(1)
  await expect(slots.run(turn('A'), () => Promise.reject(new Error('gescheitert')))).rejects.toThrow('gescheitert')
  expect(await slots.run(turn('A'), async () => 'frei')).toBe('frei')
})

test('whoever gives up while waiting leaves the line, and those behind move up', async () => {
  const { started, run, end } = scriptedWork(createSlots(1))
  const caller = new AbortController()
  const positions: number[] = []
  const first = run('A1')
  const second = run('B1', { signal: caller.signal })
  const third = run('C1', { onMove: ({ position }) => positions.push(position) })
  caller.abort(new Error('aufgegeben'))
  await expect(second).rejects.toThrow('aufgegeben')
  expect(positions).toEqual([2, 1])
  await end('A1')
  await end('C1')
  expect(await Promise.all([first, third])).toEqual(['A1', 'C1'])
  expect(started).toEqual(['A1', 'C1'])
})

test('work whose caller has given up already is never started', async () => {
  const { started, run } = scriptedWork(createSlots(1))
  await expect(run('A1', { signal: AbortSignal.abort(new Error('zu spät')) })).rejects.toThrow('zu spät')
  expect(started).toEqual([])
})

test('whoever is not ready to wait any longer is told, and the line goes on without', async () => {
  const { started, run, end } = scriptedWork(createSlots(1))
  const first = run('A1')
  await expect(run('B1', { patienceMs: 20 })).rejects.toThrow(SlotWaitError)
  const third = run('C1')
  await end('A1')
  await end('C1')
  expect(await Promise.all([first, third])).toEqual(['A1', 'C1'])
  expect(started).toEqual(['A1', 'C1'])
})

test('where the last work shows that the wait will be too long, that is told at once', async () => {
  const { run, end } = scriptedWork(createSlots(1))
  const before = run('A1')
  await new Promise((resolve) => setTimeout(resolve, 60))
  await end('A1')
  await before
  const running = run('A2')
  const refused = await run('B1', { patienceMs: 30 }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(SlotWaitError)
  expect((refused as SlotWaitError).waitMs).toBeGreaterThan(30)
  await end('A2')
  expect(await running).toBe('A2')
})
