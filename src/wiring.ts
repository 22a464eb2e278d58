import type { Config } from './config.ts'
import type { EmbeddingModel } from './models/embed.ts'
import { hashedEmbedding } from './models/hashed-embedding.ts'
import { openAiEmbedding } from './models/openai-embedding.ts'
import { checkServer } from './store/check-server.ts'
import type { Database } from './store/database.ts'
import { openEmbeddedDatabase } from './store/embedded-database.ts'
import { type EmbeddingIndex, openEmbeddingIndex } from './store/embedding-index.ts'
import { migrate } from './store/migrate.ts'
import { openServerDatabase } from './store/server-database.ts'

/** The store and the embedding model, opened, checked and migrated: what every program needs. */
export interface Library {
  database: Database
  embedding: EmbeddingModel
  index: EmbeddingIndex
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
    const warning = database.kind === 'server' ? await checkServer(database) : null
    await migrate(database)
    const embedding = await buildEmbedding(config)
    const index = await openEmbeddingIndex(database, embedding.id, embedding.dimension)
    return { database, embedding, index, warnings: warning ? [warning] : [] }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function buildEmbedding({ embedding }: Config): Promise<EmbeddingModel> {
  return embedding ? openAiEmbedding({ ...embedding, timeoutMs: 60_000 }) : hashedEmbedding()
}
