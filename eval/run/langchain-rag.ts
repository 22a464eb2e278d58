import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { FakeVectorStore } from '@langchain/core/utils/testing'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import type { EmbeddingModel } from '../../src/models/embed.ts'
import { type LawText, type NormPlace, normsWithin } from './law-text.ts'

/** LangChain's usual values. */
const splitter = { chunkSize: 1000, chunkOverlap: 200 }
const CHUNKS = 10

/** A piece of the law as a plain RAG cuts it, and every norm whose text it overlaps, in order. */
export interface Chunk {
  text: string
  norms: NormPlace[]
}

/** The chunks nearest to a question, best first. */
export type ChunkFinder = (question: string) => Promise<Chunk[]>

/**
 * The retrieval of a plain LangChain RAG over these texts: split by characters, embedded, the ten nearest chunks.
 * LangChain's store in memory is named Fake because it is meant for tests; it computes every cosine exactly.
 */
export async function openLangChainRag(laws: LawText[], embedding: EmbeddingModel): Promise<ChunkFinder> {
  const documents = (await Promise.all(laws.map(splitLaw))).flat()
  const store = await FakeVectorStore.fromDocuments(documents, new LangChainEmbedding(embedding))
  return async (question) =>
    (await store.similaritySearch(question, CHUNKS)).map(({ pageContent: text, metadata }) => ({
      text,
      norms: metadata['norms'] as NormPlace[],
    }))
}

/** Chunks read as a ranking of norms: a chunk counts as every norm it overlaps, so that none is lost for the way it was cut. */
export function normsOfChunks(chunks: Chunk[]): string[] {
  return [...new Set(chunks.flatMap(({ norms }) => norms.map(({ name }) => name)))]
}

/** The splitter says no offsets; its chunks are stretches of the text in order, so each is looked for behind the start of the one before. */
async function splitLaw(law: LawText): Promise<Document[]> {
  let from = 0
  return (await new RecursiveCharacterTextSplitter(splitter).splitText(law.text)).map((chunk) => {
    const start = law.text.indexOf(chunk, from)
    if (start === -1) throw new Error(`A chunk is no stretch of its law: ${chunk.slice(0, 80)}`)
    from = start + 1
    return new Document({ pageContent: chunk, metadata: { norms: normsWithin(law, start, start + chunk.length) } })
  })
}

/** Our embedding model as LangChain asks for one. */
class LangChainEmbedding extends Embeddings {
  readonly #model: EmbeddingModel

  constructor(model: EmbeddingModel) {
    super({})
    this.#model = model
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.#model.embed(texts, 'passage')).map((vector) => [...vector])
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.#model.embed([text], 'query')
    return [...(vector ?? [])]
  }
}
