import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { type JobQueue, openJobQueue } from './job-queue.ts'

type Work = { piece: number }
const opened: JobQueue<Work>[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const queue of opened.splice(0)) {
    for (let left = await queue.take(); left; left = await queue.take()) await queue.done(left.job)
    await queue.close()
  }
})

await onBothDatabases('the queue of work', (database) => {
  const open = async (keepsHours = false) => {
    const queue = await openJobQueue<Work>(database(), { expirySeconds: 2, keepsHours })
    opened.push(queue)
    return queue
  }

  test('gives each piece to one worker alone', async () => {
    const [one, two] = [await open(), await open()]
    await one.send([{ piece: 1 }, { piece: 2 }, { piece: 3 }])
    const taken = [await one.take(), await two.take(), await one.take()]
    expect(taken.map((each) => each?.kind === 'job' && each.job.data.piece).toSorted()).toEqual([1, 2, 3])
    expect(await two.take()).toBeNull()
    expect(await two.depth()).toBe(3)
    for (const each of taken) if (each) await one.done(each.job)
    expect(await two.depth()).toBe(0)
  })

  test('a worker that died gives its piece to another, one that goes on keeps its own', async () => {
    const queue = await open()
    await queue.send([{ piece: 1 }, { piece: 2 }])
    const [dead, alive] = [await queue.take(), await queue.take()]
    let again = null
    for (let passes = 0; again === null && passes < 100; passes += 1) {
      if (alive) await queue.keep(alive.job)
      await wait(100)
      again = await queue.take()
    }
    expect(again).toEqual(dead)
    if (again) await queue.done(again.job)
    if (alive) await queue.done(alive.job)
    expect(await queue.depth()).toBe(0)
  }, 20_000)

  test('work put in by a transaction that is rolled back was never there', async () => {
    const queue = await open()
    await expect(
      database().transaction(async (queries) => {
        await queue.send([{ piece: 9 }], queries)
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await queue.take()).toBeNull()
  })

  test('the hour of a cron expression comes once, however many keep it', async () => {
    const [one] = [await open(true), await open(true)]
    await one.schedule('0 3 * * *')
    // The embedded database tells the time by the same clock, so it is turned on by hand.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T03:00:05+01:00') })
    const pass = async () => {
      await wait(100)
      vi.setSystemTime(Date.now() + 100)
    }
    let hour = null
    for (let passes = 0; hour === null && passes < 200; passes += 1) {
      await pass()
      hour = await one.take()
    }
    expect(hour?.kind).toBe('due')
    if (hour) await one.done(hour.job)
    for (let passes = 0; passes < 25; passes += 1) await pass()
    expect(await one.take()).toBeNull()
    await one.schedule(null)
  }, 30_000)
})
