import { existsSync } from 'node:fs'
import { UsageError } from './command.ts'

/**
 * Nothing that somebody filled in is written over by mistake.
 * @throws UsageError where the file is there and `force` is not set
 */
export function refuseExisting(path: string, force: boolean): void {
  if (!force && existsSync(path))
    throw new UsageError(`${path} gibt es schon. Anderer Name, oder --force ersetzt die Datei.`)
}
