import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'

/** Writes what a measurement found to `eval/runs/<name>.json`; what stood there is replaced. */
export function writeMeasurement(name: string, run: object): void {
  const folder = join(packageRoot, 'eval/runs')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(run, null, 2)}\n`)
}

/** `git describe` of the code that runs; null outside a checkout. */
export function codeRevision(): string | null {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { cwd: packageRoot, encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}
