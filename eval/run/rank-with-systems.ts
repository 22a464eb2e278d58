import { findNear } from '../../src/answer/retrieve/find-near.ts'
import { DEPTH } from '../../src/answer/retrieve/retrieve.ts'
import { findByText } from '../../src/store/find-passages.ts'
import { searchWords } from '../../src/text/words.ts'
import type { Library } from '../../src/wiring.ts'
import type { NamedRankings } from '../score/compare-rankings.ts'
import type { AskedCase } from './ask-cases.ts'
import { normsOfChunks } from './langchain-rag.ts'
import { openRagByDay } from './rag-by-day.ts'
import { rankByPostgres } from './queries/rank-by-postgres.ts'
import { namesOf, type NormNames } from './queries/read-norm-names.ts'
import { rankNorms } from './rank-norms.ts'

/** The same questions put to our retrieval and to what others would build: ours first. */
export async function rankWithSystems(
  library: Library,
  cases: AskedCase[],
  names: NormNames,
): Promise<NamedRankings[]> {
  const ours: string[][] = []
  const words: string[][] = []
  const vectors: string[][] = []
  for (const asked of cases) {
    ours.push(await rankNorms(library, asked))
    const { question } = asked.inquiry
    const said = { words: searchWords(question.text).join(' '), meanings: '' }
    words.push(namesOf(await findByText(library.database, said, question, DEPTH), names))
    vectors.push(namesOf(await findNear(library, question.text, question, DEPTH), names))
  }
  return [
    { name: 'ours', rankings: ours },
    { name: 'BM25 alone', rankings: words },
    { name: 'vectors alone', rankings: vectors },
    { name: 'Postgres ts_rank alone', rankings: await rankByFullText(library, cases, names) },
    { name: 'plain LangChain RAG', rankings: await rankByLangChain(library, cases) },
  ]
}

async function rankByFullText({ database }: Library, cases: AskedCase[], names: NormNames): Promise<string[][]> {
  const questions = cases.map(({ inquiry: { question } }) => ({ words: searchWords(question.text), scope: question }))
  return (await rankByPostgres(database, questions)).map((rows) => namesOf(rows, names))
}

async function rankByLangChain(library: Library, cases: AskedCase[]): Promise<string[][]> {
  const findChunks = await openRagByDay(library)
  return Promise.all(
    cases.map(async ({ inquiry: { question } }) => normsOfChunks(await findChunks(question.text, question.asOf))),
  )
}
