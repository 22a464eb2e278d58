/**
 * Lets as many pieces of work at a pool's connections as there are; the others wait here, in the order they came. Waiting
 * inside the pool would count against its time limit for connecting, and a house full of questions would take that for
 * a database that is gone.
 */
export function connectionPlaces(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let taken = 0
  return async (work) => {
    // A place that comes free passes straight to the next in line.
    if (taken < limit) taken += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else taken -= 1
    }
  }
}
