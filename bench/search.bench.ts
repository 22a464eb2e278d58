import { readFileSync } from 'node:fs'
import { retrieve } from '../src/answer/retrieve/retrieve.ts'
import { understand } from '../src/answer/understand/understand.ts'
import { toDay, today } from '../src/law/day.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { developmentQuestions } from './questions.ts'
import { cpuMs, median } from './cpu.ts'
import { openFilledLibrary } from './filled-library.ts'

export const name = 'Search: development questions on the embedded database, warm, a query each'

export async function run(): Promise<Record<string, number>> {
  const library = await openFilledLibrary()
  const register = await listLawNames(library.database, today())
  const inquiries = readQuestions().map(({ question, as_of: asOf }) =>
    understand(
      { text: question, asOf: toDay(asOf), territory: 'DE-NW', style: 'short', kinds: null },
      register,
      library.lexicon,
    ),
  )
  const search = async () => {
    const times: number[] = []
    for (const inquiry of inquiries) times.push(await cpuMs(() => retrieve(library, inquiry, register, 20)))
    return times
  }
  // The first round compiles PGlite's WebAssembly; only the second is counted.
  await search()
  const times = await search()
  const [row] = await library.database.query<{ all: number; today: number }>(
    `select count(*) as all, count(*) filter (where validity @> '2025-03-05'::date) as today from passages`,
  )
  await library.database.close()
  return {
    passagesStored: row?.all ?? 0,
    passagesInForce: row?.today ?? 0,
    searchCpuMsMedian: median(times),
    searchCpuMsMax: Math.max(...times),
  }
}

function readQuestions(): { question: string; as_of: string }[] {
  return readFileSync(developmentQuestions, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
