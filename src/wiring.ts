import { type AskedIndex, indexAskedQuestions } from './answer/retrieve/asked-index.ts'
import { loadAskedQuestions } from './asked-questions.ts'
import type { Config } from './config.ts'
import type { Lexicon } from './law/lexicon.ts'
import { loadLexicon } from './lexicon.ts'
import type { EmbeddingModel } from './models/embed.ts'
import { EmbeddingModelError } from './models/embedding-model-error.ts'
import { staticEmbedding } from './models/static-embedding.ts'
import { openAiEmbedding } from './models/openai-embedding.ts'
import { restAfterFailure } from './models/rest-after-failure.ts'
import { checkServer } from './store/check-server.ts'
import type { Database } from './store/database.ts'
import { openEmbeddedDatabase } from './store/embedded-database.ts'
import { type EmbeddingIndex, findEmbeddingIndex, openEmbeddingIndex } from './store/embedding-index.ts'
import { migrate } from './store/migrate.ts'
import { openServerDatabase } from './store/server-database.ts'

/** The store and the embedding model, opened, checked and migrated: what every program needs. */
export interface Library {
  database: Database
  embedding: EmbeddingModel
  index: EmbeddingIndex
  lexicon: Lexicon
  /** Norms by the questions people ask about them. */
  asked: AskedIndex
  /** German sentences an operator should read. */
  warnings: string[]
}

/**
 * Opens the database of a configuration, brings its schema up to date and opens the vectors of its embedding model.
 * Throws the store's errors, each of which says what to do.
 */
export async function openLibrary(config: Config): Promise<Library> {
  const database = config.databaseUrl
    ? openServerDatabase(config.databaseUrl)
    : await openEmbeddedDatabase(config.dataFolder)
  try {
    const ofServer = database.kind === 'server' ? await checkServer(database) : null
    await migrate(database)
    const { embedding, warning } = await openEmbedding(config, await findEmbeddingIndex(database))
    const index = await openEmbeddingIndex(database, embedding.id, embedding.dimension)
    const lexicon = loadLexicon(config.dataFolder)
    const asked = indexAskedQuestions(loadAskedQuestions(config.dataFolder))
    return { database, embedding, index, lexicon, asked, warnings: [ofServer, warning].filter((each) => each !== null) }
  } catch (error) {
    await database.close()
    throw error
  }
}

interface OpenedEmbedding {
  embedding: EmbeddingModel
  warning: string | null
}

/** An endpoint that is down stops nothing once vectors of its model are stored: then they tell the dimension. */
async function openEmbedding({ embedding }: Config, stored: EmbeddingIndex | null): Promise<OpenedEmbedding> {
  if (!embedding) return { embedding: staticEmbedding(), warning: null }
  const settings = { ...embedding, timeoutMs: 60_000 }
  if (stored?.model !== embedding.model) return { embedding: await openAiEmbedding(settings), warning: null }
  const known = restAfterFailure(await openAiEmbedding(settings, stored.dimension))
  return { embedding: known, warning: await faultOf(known) }
}

async function faultOf(model: EmbeddingModel): Promise<string | null> {
  try {
    await model.embed(['Aufenthalt'], 'query')
    return null
  } catch (error) {
    if (!(error instanceof EmbeddingModelError)) throw error
    return `${error.message} Bis dahin wird nach Wörtern allein gesucht; sobald es antwortet, wieder auch nach dem Sinn.`
  }
}
