import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { FakeVectorStore } from '@langchain/core/utils/testing'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import type { EmbeddingModel } from '../../src/models/embed.ts'
import { type LawText, normsWithin } from './law-text.ts'

/** LangChain's usual values. */
const splitter = { chunkSize: 1000, chunkOverlap: 200 }
const CHUNKS = 10

/** Ranks norms for a question, best first. */
export type NormRanker = (question: string) => Promise<string[]>

/**
 * The retrieval of a plain LangChain RAG over these texts: split by characters, embedded, the ten nearest chunks. A chunk
 * counts as every norm whose text it overlaps, in order, so that none is lost for the way it was cut. LangChain's store
 * in memory is named Fake because it is meant for tests; it computes every cosine exactly.
 */
export async function openLangChainRag(laws: LawText[], embedding: EmbeddingModel): Promise<NormRanker> {
  const documents = (await Promise.all(laws.map(splitLaw))).flat()
  const store = await FakeVectorStore.fromDocuments(documents, new LangChainEmbedding(embedding))
  return async (question) => {
    const chunks = await store.similaritySearch(question, CHUNKS)
    return [...new Set(chunks.flatMap(({ metadata }) => metadata['norms'] as string[]))]
  }
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
