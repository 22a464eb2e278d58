import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processes' time in hundredths of a second. */
const ticksPerSecond = 100

/** CPU seconds that this process and all it started have used since they began, also those that have ended. */
export function cpuSecondsWithChildren(): number {
  const { user, system } = process.cpuUsage()
  const [, , endedUser = 0, endedSystem = 0] = timesOf('self')
  return (user + system) / 1e6 + (endedUser + endedSystem) / ticksPerSecond + descendants('self')
}

function descendants(pid: string): number {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readProcess(`${pid}/task/${thread}/children`).split(' ').filter(Boolean),
  )
  return children.reduce(
    (sum, child) => sum + timesOf(child).reduce((all, time) => all + time, 0) / ticksPerSecond + descendants(child),
    0,
  )
}

/** User and system time, own and of ended children, in ticks (proc(5), fields 14 to 17). */
function timesOf(pid: string): number[] {
  const behindName = readProcess(`${pid}/stat`).split(') ').at(-1) ?? ''
  return behindName.split(' ').slice(11, 15).map(Number)
}

/** Empty where the process has ended meanwhile. */
function readProcess(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}
