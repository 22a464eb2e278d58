import { spawnSync } from 'node:child_process'

/** The processes that run a model for the process with this id. */
export function modelProcesses(parent: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(parent), '-f', 'model-process'], { encoding: 'utf8' })
  return stdout.split('\n').filter(Boolean).map(Number)
}

/** Ends one as its native code would. Never a process group, which id 0 would mean. */
export function killModel(pid: number | undefined): void {
  if (!pid) throw new Error('There is no model process to kill.')
  process.kill(pid, 'SIGKILL')
}
