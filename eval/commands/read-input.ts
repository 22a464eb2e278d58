import { readFileSync } from 'node:fs'
import { UsageError } from './command.ts'

/**
 * The bytes of a file named on the command line.
 * @throws UsageError where it cannot be read
 */
export function readInput(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw new UsageError(`${path} ${isMissing ? 'gibt es nicht' : 'lässt sich nicht lesen'}.`, { cause })
  }
}
