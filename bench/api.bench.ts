import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { retrieve } from '../src/answer/retrieve/retrieve.ts'
import { understand } from '../src/answer/understand/understand.ts'
import { createApi } from '../src/api/api.ts'
import { toDay } from '../src/law/day.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { wireService } from '../src/wire-service.ts'
import type { Library } from '../src/wiring.ts'
import { cpuMs, median } from './cpu.ts'
import { openFilledLibrary } from './filled-library.ts'
import { developmentQuestions } from './questions.ts'

export const name =
  'API: POST /v1/search through the whole API, against a bare Hono route that calls the same retrieve()'

interface Search {
  query: string
  asOf: string
  limit: number
}

/** Both in turns, question by question, so that whatever else the machine does falls on both. */
export async function run(): Promise<Record<string, number>> {
  const library = await openFilledLibrary()
  const routes = { whole: wholeApi(library), bare: bareRoute(library) }
  const times = { whole: [] as number[], bare: [] as number[] }
  // The first round warms both up and is not counted; in the others each goes first once, because the second of a
  // pair finds its pages in memory.
  const rounds = [
    { counted: false, order: ['whole', 'bare'] as const },
    { counted: true, order: ['whole', 'bare'] as const },
    { counted: true, order: ['bare', 'whole'] as const },
  ]
  for (const { counted, order } of rounds) {
    for (const search of readSearches()) {
      for (const which of order) {
        const spent = await cpuMs(() => post(routes[which], search))
        if (counted) times[which].push(spent)
      }
    }
  }
  await library.database.close()
  const differences = times.whole.map((spent, at) => spent - (times.bare[at] ?? 0))
  return {
    requests: times.whole.length,
    wholeCpuMsMedian: median(times.whole),
    bareCpuMsMedian: median(times.bare),
    overheadCpuMsMedian: median(differences),
    ratio: median(times.whole) / median(times.bare),
  }
}

type Route = Pick<Hono, 'request'>

function wholeApi(library: Library): Route {
  const progress = { step: 'bereit', done: 1, total: 1 }
  return createApi(
    wireService(library, null, () => ({ ready: true, progress })),
    {
      identity: { keysFile: null, proxy: null },
      territory: 'DE-NW',
      limits: { perOwner: 16, total: 32 },
      web: new Map(),
      writeLog: () => {},
    },
  )
}

function bareRoute(library: Library): Route {
  const bare = new Hono()
  bare.post('/v1/search', async (c) => {
    const { query, asOf, limit } = await c.req.json<Search>()
    const register = await listLawNames(library.database, toDay(asOf))
    const question = { text: query, asOf: toDay(asOf), territory: 'DE-NW', style: 'short' as const, kinds: null }
    return c.json(await retrieve(library, understand(question, register, library.lexicon), register, limit))
  })
  return bare
}

async function post(route: Route, search: Search): Promise<void> {
  const response = await route.request('/v1/search', {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: 'localhost' },
    body: JSON.stringify(search),
  })
  if (response.status !== 200) throw new Error(`The search was answered with ${await response.text()}`)
  await response.arrayBuffer()
}

function readSearches(): Search[] {
  return readFileSync(developmentQuestions, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { question: string; as_of: string })
    .map(({ question, as_of: asOf }) => ({ query: question, asOf, limit: 20 }))
}
