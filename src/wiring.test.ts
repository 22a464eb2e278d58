import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startScriptedLlm } from '../tests/scripted-llm.ts'
import { ingest } from '../ingest/ingest.ts'
import { demoSource } from '../ingest/sources/demo.ts'
import { statuteParts } from '../ingest/statute-parts.ts'
import { retrieve } from './answer/retrieve/retrieve.ts'
import { readConfig } from './config.ts'
import { toDay } from './law/day.ts'
import { OtherEmbeddingModelError } from './store/other-embedding-model-error.ts'
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
  const passages = await retrieve(library, { question, references: [], documentIds: [], meanings: [] }, [], 5)
  return [...new Set(passages.flatMap(({ why }) => why.map(({ by }) => by)))].toSorted()
}

async function feedDemo(library: Library): Promise<Set<string>> {
  const outcomes = new Set<string>()
  for await (const { outcome } of ingest(statuteParts(library), await demoSource(), { dryRun: false }))
    outcomes.add(outcome)
  return outcomes
}

describe('an embedding endpoint that is down', () => {
  test('stops a first start, since nothing is known of its vectors', async () => {
    const settings = { FUNDSTELLE_DATA: join(folder, 'first'), FUNDSTELLE_EMBED_URL: 'http://127.0.0.1:9' }
    await expect(openLibrary(readConfig(settings))).rejects.toThrow('FUNDSTELLE_EMBED_URL')
  })

  test('does not stop a later one: words alone are searched, the log says so, and it is used again when it is back; another model is refused', async () => {
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
    await second.embedding.embed(['Gebühr'], 'passage')
    expect(await waysFound(second)).toEqual(['text', 'vector'])
    await second.database.close()

    const other = { ...config, embedding: { url: back.url, model: 'anderes-embedding', key: null } }
    await expect(openLibrary(other)).rejects.toThrow(OtherEmbeddingModelError)
    await back.close()
  })
})
