import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Prints how large our files are, against the aims of the design: median 80 lines or fewer, p90 200, none over 300
 * (the linter fails on the last). Tests, benchmarks, data and generated files are left out.
 */
function main(): void {
  const files = execFileSync('git', ['ls-files', 'src', 'ingest', 'eval', 'scripts', 'web'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|js)$/.test(file) && !/\.test\.ts$|__fixtures__/.test(file))
  const lines = files.map((file) => readFileSync(file, 'utf8').split('\n').length).toSorted((a, b) => a - b)
  const at = (share: number) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0
  console.log(`Files: ${files.length}; lines: median ${at(0.5)}, p90 ${at(0.9)}, longest ${lines.at(-1) ?? 0}`)
}

main()
