import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cutStatute } from '../ingest/passages/cut-statute.ts'
import { parseStatute } from '../ingest/parse/statute-xml.ts'
import type { EmbeddingModel } from '../src/models/embed.ts'
import { hashedEmbedding } from '../tests/hashed-embedding.ts'
import { staticEmbedding } from '../src/models/static-embedding.ts'
import { corpusDir } from '../tests/corpus.ts'
import { cpuMs } from './cpu.ts'
import { developmentQuestions } from './questions.ts'

export const name = 'Embed: the model that ships, and hashed words, vectors alone, over the Absätze of the corpus'

const day = '2025-03-05'

interface Passage {
  norm: string
  text: string
}

interface Asked {
  question: string
  gold: Set<string>
}

/**
 * CPU time a query and a passage, and how well vectors alone find the essential norms of the development questions that
 * ask for today's law (a norm ranks by its best Absatz). A measure for comparing models, not of quality: the questions
 * are for tuning.
 * @throws Error where the corpus is not there.
 */
export async function run(): Promise<Record<string, number>> {
  if (!existsSync(corpusDir)) throw new Error(`Es fehlt der Ordner der Gesetze: ${corpusDir}`)
  const passages = readdirSync(corpusDir).flatMap(readPassages)
  const asked = readQuestions()
  return {
    passages: passages.length,
    questions: asked.length,
    loadCpuMs: await cpuMs(() => staticEmbedding().embed(['Frage'], 'query')),
    ...(await measure('static', staticEmbedding(), passages, asked)),
    ...(await measure('hashed', hashedEmbedding(), passages, asked)),
  }
}

async function measure(who: string, model: EmbeddingModel, passages: Passage[], asked: Asked[]) {
  await model.embed(['Frage'], 'query')
  let vectors: Float32Array[] = []
  let queries: Float32Array[] = []
  const passageMs = await cpuMs(async () => {
    const texts = passages.map(({ text }) => text)
    vectors = await model.embed(texts, 'passage')
  })
  const queryMs = await cpuMs(async () => {
    const texts = asked.map(({ question }) => question)
    queries = await model.embed(texts, 'query')
  })
  const ranks = asked.map(({ gold }, index) => ranksOf(gold, queries[index], passages, vectors))
  return {
    [`${who}CpuMsPerPassage`]: passageMs / passages.length,
    [`${who}CpuMsPerQuery`]: queryMs / asked.length,
    [`${who}RecallAt5`]: mean(ranks.map((found) => share(found, 5))),
    [`${who}RecallAt10`]: mean(ranks.map((found) => share(found, 10))),
    [`${who}Mrr`]: mean(ranks.map((found) => 1 / Math.min(...found))),
  }
}

/** Ranks of the gold norms among all norms. */
function ranksOf(gold: Set<string>, query: Float32Array | undefined, passages: Passage[], vectors: Float32Array[]) {
  const best = new Map<string, number>()
  for (const [index, { norm }] of passages.entries()) {
    const likeness = query?.reduce((sum, value, at) => sum + value * (vectors[index]?.[at] ?? 0), 0) ?? 0
    if (likeness > (best.get(norm) ?? -1)) best.set(norm, likeness)
  }
  const ranking = [...best].toSorted(([, a], [, b]) => b - a).map(([norm]) => norm)
  return [...gold].map((norm) => ranking.indexOf(norm) + 1 || Number.POSITIVE_INFINITY)
}

function share(ranks: number[], most: number): number {
  return ranks.filter((rank) => rank <= most).length / ranks.length
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The Absätze of a law as of the day, else of its oldest text. */
function readPassages(law: string): Passage[] {
  const files = readdirSync(join(corpusDir, law)).toSorted()
  const file = files.findLast((each) => each <= `${day}.xml`) ?? files[0]
  if (file === undefined) return []
  return parseStatute(readFileSync(join(corpusDir, law, file)), law).norms.flatMap((norm) =>
    cutStatute(norm).map(({ start, end }) => ({
      norm: `${law} ${norm.key}`,
      text: `${norm.heading ?? ''}\n${norm.text.slice(start, end)}`,
    })),
  )
}

interface DevelopmentQuestion {
  question: string
  as_of: string
  answerable: boolean
  gold: { law: string; norm: string; essential: boolean }[]
}

function readQuestions(): Asked[] {
  const lines = readFileSync(developmentQuestions, 'utf8').trim().split('\n')
  return lines
    .map((line): DevelopmentQuestion => JSON.parse(line))
    .filter((item) => item.answerable && item.as_of === day)
    .map(({ question, gold }) => ({
      question,
      gold: new Set(gold.filter(({ essential }) => essential).map(({ law, norm }) => `${law} ${norm}`)),
    }))
}
