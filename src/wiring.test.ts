import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startScriptedLlm } from '../tests/scripted-llm.ts'
import { scoringByWord, startScriptedReranker } from '../tests/scripted-reranker.ts'
import { ingest } from '../ingest/ingest.ts'
import { demoSource } from '../ingest/sources/demo.ts'
import { ingestParts } from '../ingest/formats.ts'
import { hashedEmbedding } from '../tests/hashed-embedding.ts'
import { retrieve } from './answer/retrieve/retrieve.ts'
import { understand } from './answer/understand/understand.ts'
import { readConfig } from './config.ts'
import { activeEmbedding } from './embedding/active-embedding.ts'
import { reembed } from './embedding/reembed.ts'
import { toDay } from './law/day.ts'
import { type Library, openLibrary } from './wiring.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-wiring-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const day = toDay('2025-03-05')
const question = {
  text: 'Welche Gebühr wird erhoben?',
  asOf: day,
  territory: 'DE',
  style: 'short' as const,
  kinds: null,
}

async function waysFound(library: Library): Promise<string[]> {
  const passages = await retrieve(library, understand(question, [], []), [], 5)
  return [...new Set(passages.flatMap(({ why }) => why.map(({ by }) => by)))].toSorted()
}

async function feedDemo(library: Library): Promise<Set<string>> {
  const outcomes = new Set<string>()
  for await (const { outcome } of ingest(ingestParts(library), await demoSource(), { dryRun: false }))
    outcomes.add(outcome)
  return outcomes
}

describe('a reranker', () => {
  const data = join(folder, 'reranked')
  const settings = (url: string) => readConfig({ FUNDSTELLE_DATA: data, FUNDSTELLE_RERANK_URL: url })

  test('that is down stops nothing, and the log says what is missing', async () => {
    const library = await openLibrary(settings('http://127.0.0.1:9'))
    expect(library.warnings).toEqual([expect.stringMatching(/FUNDSTELLE_RERANK_URL.*Reihenfolge/)])
    await feedDemo(library)
    expect(await waysFound(library)).not.toContain('rerank')
    await library.database.close()
  })

  test('that works is used, and each place found says so', async () => {
    const endpoint = await startScriptedReranker(scoringByWord('Gebühr'))
    const library = await openLibrary(settings(endpoint.url))
    expect(library.warnings).toEqual([])
    expect(await waysFound(library)).toContain('rerank')
    expect(endpoint.requests.at(-1)?.body).toMatchObject({ model: 'default', query: question.text })
    await library.database.close()
    await endpoint.close()
  })
})

describe('an embedding endpoint that is down', () => {
  test('stops a first start, since nothing is known of its vectors', async () => {
    const settings = { FUNDSTELLE_DATA: join(folder, 'first'), FUNDSTELLE_EMBED_URL: 'http://127.0.0.1:9' }
    await expect(openLibrary(readConfig(settings))).rejects.toThrow('FUNDSTELLE_EMBED_URL')
  })

  test('does not stop a later one: words alone are searched, the log says so, and it is used again when it is back', async () => {
    const endpoint = await startScriptedLlm(() => ({ status: 500 }))
    const config = readConfig({
      FUNDSTELLE_DATA: join(folder, 'later'),
      FUNDSTELLE_EMBED_URL: endpoint.url,
      FUNDSTELLE_EMBED_MODEL: 'erfundenes-embedding',
    })
    const first = await openLibrary(config)
    expect(await feedDemo(first)).toEqual(new Set(['added', 'changed']))
    expect(first.warnings).toEqual([])
    expect(await waysFound(first)).toEqual(['text', 'vector'])
    await first.database.close()
    await endpoint.close()

    const second = await openLibrary(config)
    expect(second.warnings).toEqual([expect.stringMatching(/FUNDSTELLE_EMBED_URL.*nach Wörtern allein/)])
    expect(await waysFound(second)).toEqual(['text'])
    const back = await startScriptedLlm(() => ({ status: 500 }), [], endpoint.port)
    await (await activeEmbedding(second))?.embedding?.embed(['Gebühr'], 'passage')
    expect(await waysFound(second)).toEqual(['text', 'vector'])
    await second.database.close()
    await back.close()
  })
})

describe('another embedding model on a filled database', () => {
  const noise = () => {}
  const run = (library: Library) => reembed(library, { say: noise }, new AbortController().signal)
  const open = (name: string, url: string | null, model = '') =>
    openLibrary(
      readConfig({
        FUNDSTELLE_DATA: join(folder, name),
        ...(url && { FUNDSTELLE_EMBED_URL: url, FUNDSTELLE_EMBED_MODEL: model }),
      }),
    )

  test('from the built-in one to an endpoint: the old vectors answer until the new ones are there', async () => {
    const endpoint = await startScriptedLlm(() => ({ status: 500 }))
    const old = await open('to-endpoint', null)
    await feedDemo(old)
    await old.database.close()
    const library = await open('to-endpoint', endpoint.url, 'erfundenes-embedding')
    expect(library.warnings).toEqual([])
    expect(await waysFound(library)).toEqual(['text', 'vector'])
    expect((await activeEmbedding(library))?.index.model).toBe('fundstelle-embed-v2')
    expect(await run(library)).toBe('switched')
    expect((await activeEmbedding(library))?.index.model).toBe('erfundenes-embedding')
    expect(await waysFound(library)).toEqual(['text', 'vector'])

    await library.database.close()
    await endpoint.close()
    const back = await open('to-endpoint', null)
    expect(back.warnings).toEqual([expect.stringMatching(/erfundenes-embedding.*nach Wörtern allein/)])
    expect(await waysFound(back)).toEqual(['text'])
    await expect(feedDemo(back)).resolves.toEqual(new Set(['unchanged']))
    expect(await run(back)).toBe('switched')
    expect(await waysFound(back)).toEqual(['text', 'vector'])
    await back.database.close()
  })

  test('between two of one endpoint: each is asked under its name; one that answers to the old name with other vectors is not believed', async () => {
    const hashed = hashedEmbedding()
    let serves: 'both' | 'new only' = 'both'
    const endpoint = await startScriptedLlm(
      () => ({ status: 500 }),
      [],
      0,
      async (texts, model) => {
        const vectors = (await hashed.embed(texts, 'passage')).map((vector) => [...vector])
        const old = model === 'altes-embedding' && serves === 'both'
        return old ? vectors : vectors.map((vector) => vector.toReversed())
      },
    )
    const first = await open('impostor', endpoint.url, 'altes-embedding')
    await feedDemo(first)
    await first.database.close()
    const second = await open('impostor', endpoint.url, 'neues-embedding')
    expect(second.warnings).toEqual([])
    expect(await waysFound(second)).toEqual(['text', 'vector'])
    await second.database.close()

    serves = 'new only'
    const third = await open('impostor', endpoint.url, 'neues-embedding')
    expect(third.warnings).toEqual([expect.stringMatching(/altes-embedding ist nicht das.*nach Wörtern allein/)])
    expect(await waysFound(third)).toEqual(['text'])
    expect(await run(third)).toBe('switched')
    expect(await waysFound(third)).toEqual(['text', 'vector'])
    await third.database.close()
    await endpoint.close()
  })

  test('an endpoint that is not there yet stops nothing: the old model answers', async () => {
    const old = await open('not-yet', null)
    await feedDemo(old)
    await old.database.close()
    const library = await open('not-yet', 'http://127.0.0.1:9', 'erfundenes-embedding')
    const stopping = new AbortController()
    const said: string[] = []
    const outcome = reembed(
      library,
      {
        say: (line) => {
          said.push(line)
          if (line.includes('ruht')) stopping.abort()
        },
      },
      stopping.signal,
    )
    expect(await outcome).toBe('stopped')
    expect(said.at(-1)).toMatch(/FUNDSTELLE_EMBED_URL.*Die Neueinbettung ruht/)
    expect(await waysFound(library)).toEqual(['text', 'vector'])
    await library.database.close()
  })
})
