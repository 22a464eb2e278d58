import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One benchmark: figures by name, the unit last in the name (`searchCpuMs`). Lives in a file of its own here. */
interface Benchmark {
  name: string
  /** True: takes so long that it runs only when named. */
  onlyByName?: boolean
  run(): Promise<Record<string, number>>
}

const here = dirname(fileURLToPath(import.meta.url))

/** `npm run bench -- [name …]`: runs the named ones, or all but the very long, prints a table each, writes `bench/results/<name>.json`. */
async function main(): Promise<void> {
  const asked = new Set(process.argv.slice(2))
  const names = readdirSync(here).flatMap((file) => /^(?!bench\.)([\w-]+)\.bench\.ts$/.exec(file)?.[1] ?? [])
  mkdirSync(join(here, 'results'), { recursive: true })
  for (const name of names.filter((each) => asked.size === 0 || asked.has(each))) {
    const benchmark = (await import(`./${name}.bench.ts`)) as Benchmark
    if (benchmark.onlyByName && !asked.has(name)) continue
    console.log(`\n${benchmark.name}`)
    const figures = await benchmark.run()
    console.table(Object.fromEntries(Object.entries(figures).map(([what, value]) => [what, { value: round(value) }])))
    const result = {
      name: benchmark.name,
      node: process.version,
      cores: cpus().length,
      measuredAt: new Date().toISOString(),
      figures,
    }
    writeFileSync(join(here, 'results', `${name}.json`), `${JSON.stringify(result, null, 2)}\n`)
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

await main()
