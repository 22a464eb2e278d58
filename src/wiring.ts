import { type AskedIndex, indexAskedQuestions } from './answer/retrieve/asked-index.ts'
import { loadAskedQuestions } from './asked-questions.ts'
import type { Config } from './config.ts'
import { activeEmbedding } from './embedding/active-embedding.ts'
import type { Embeddings } from './embedding/embeddings.ts'
import type { Lexicon } from './law/lexicon.ts'
import { loadLexicon } from './lexicon.ts'
import { EmbeddingModelError } from './models/embedding-model-error.ts'
import type { Reranker } from './models/rerank.ts'
import { rerankEndpoint } from './models/rerank-endpoint.ts'
import { RerankError } from './models/rerank-error.ts'
import { restReranker } from './models/rest-reranker.ts'
import { openEmbeddings } from './open-embeddings.ts'
import { checkServer } from './store/check-server.ts'
import type { Database } from './store/database.ts'
import { openEmbeddedDatabase } from './store/embedded-database.ts'
import { findActiveIndex, openEmbeddingIndex } from './store/embedding-index.ts'
import { migrate } from './store/migrate.ts'
import { openServerDatabase } from './store/server-database.ts'

/** Somebody waits for a search, and without the reranker it is there. */
const rerankTimeoutMs = 5000

/** The store and the models that search, opened, checked and migrated: what every program needs. */
export interface Library {
  database: Database
  embeddings: Embeddings
  lexicon: Lexicon
  /** Norms by the questions people ask about them. */
  asked: AskedIndex
  reranker: Reranker | null
  /** German sentences an operator should read. */
  warnings: string[]
}

/**
 * Opens the database of a configuration, brings its schema up to date and opens the vectors that answer; an empty
 * database gets an index of the configured model. Throws the store's errors, each of which says what to do.
 */
export async function openLibrary(config: Config): Promise<Library> {
  const database = config.databaseUrl
    ? openServerDatabase(config.databaseUrl)
    : await openEmbeddedDatabase(config.dataFolder)
  try {
    const ofServer = database.kind === 'server' ? await checkServer(database) : null
    await migrate(database)
    const stored = await findActiveIndex(database)
    const embeddings = openEmbeddings(config.embedding, stored?.model ?? null, database)
    const { id, dimension } = stored ? { ...stored, id: stored.model } : await embeddings.openConfigured()
    await openEmbeddingIndex(database, id, dimension)
    const warning = stored && (await faultOf(database, embeddings))
    const lexicon = loadLexicon(config.dataFolder)
    const asked = indexAskedQuestions(loadAskedQuestions(config.dataFolder))
    const reranker = config.reranker && restReranker(rerankEndpoint({ ...config.reranker, timeoutMs: rerankTimeoutMs }))
    const warnings = [ofServer, warning, reranker && (await faultOfReranker(reranker))].filter((each) => each !== null)
    return { database, embeddings, lexicon, asked, reranker, warnings }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** An endpoint that is down stops nothing once vectors of its model are stored; the log says what is missing. */
async function faultOf(database: Database, embeddings: Embeddings): Promise<string | null> {
  const active = await activeEmbedding({ database, embeddings })
  if (!active) return null
  if (!active.embedding)
    return `Die gespeicherten Vektoren stammen vom Einbettungsmodell ${active.index.model}, das von hier nicht zu erreichen ist. Bis alles mit ${embeddings.configured} neu eingebettet ist, wird nach Wörtern allein gesucht.`
  try {
    await active.embedding.embed(['Aufenthalt'], 'query')
    return null
  } catch (error) {
    if (!(error instanceof EmbeddingModelError)) throw error
    const until =
      active.index.model === embeddings.configured
        ? 'sobald es antwortet, wieder auch nach dem Sinn'
        : `sobald es antwortet oder alles mit ${embeddings.configured} neu eingebettet ist, wieder auch nach dem Sinn`
    return `${error.message} Bis dahin wird nach Wörtern allein gesucht; ${until}.`
  }
}

async function faultOfReranker(reranker: Reranker): Promise<string | null> {
  try {
    await reranker.rerank('Aufenthalt', ['Aufenthalt', 'Gebühr'])
    return null
  } catch (error) {
    if (!(error instanceof RerankError)) throw error
    return `${error.message} Bis dahin bleibt die Reihenfolge der Suche, wie sie ohne ist; sobald es antwortet, wird es wieder gefragt.`
  }
}
