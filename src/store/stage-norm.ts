import type { Database, Queries } from './database.ts'
import { type EmbeddingIndex, findActiveIndex } from './embedding-index.ts'
import { insertPostings } from './insert-postings.ts'
import { shareVectors } from './lock-vectors.ts'
import type { PreparedNorm, PreparedPassage } from './prepared-version.ts'
import { vectorRows } from './vector-rows.ts'

export interface StagedNorm {
  prepared: PreparedNorm
  passages: PreparedPassage[]
}

/**
 * Stores norms with their passages, vectors and references, visible on no day yet: `publishVersion` gives them
 * their days. Content is addressed by its hash, so staging twice, or being killed in between, leaves nothing double.
 * `vectors` holds one vector per `embeddingSha256` that was not stored before. One short transaction. False, and nothing
 * stored, where another index has become the active one: then the vectors are those of the wrong model.
 */
export async function stageNorms(
  database: Database,
  documentId: string,
  index: EmbeddingIndex,
  norms: StagedNorm[],
  vectors: Map<string, Float32Array>,
): Promise<boolean> {
  return database.transaction(async (queries) => {
    await shareVectors(queries)
    if ((await findActiveIndex(queries))?.id !== index.id) return false
    await insertNorms(queries, documentId, norms)
    await insertPostings(queries, await insertPassages(queries, documentId, norms))
    await insertVectors(queries, index, norms, vectors)
    await insertReferences(queries, norms)
    return true
  })
}

async function insertNorms(queries: Queries, documentId: string, norms: StagedNorm[]): Promise<void> {
  const rows = norms.map(({ prepared: { norm, contentSha256, textSha256, url } }) => ({
    key: norm.key,
    content_sha256: contentSha256,
    kind: norm.kind,
    norm: norm.norm,
    heading: norm.heading,
    text: norm.text,
    text_sha256: textSha256,
    units: norm.units,
    tables: norm.tables,
    repealed: norm.repealed,
    url,
  }))
  await queries.query(
    `insert into norms (document_id, key, content_sha256, kind, norm, heading, text, text_sha256, units, tables, repealed, url)
     select $1, r.* from jsonb_to_recordset($2) as r(
       key text, content_sha256 text, kind text, norm text, heading text, text text, text_sha256 text,
       units jsonb, tables jsonb, repealed boolean, url text)
     on conflict do nothing`,
    [documentId, JSON.stringify(rows)],
  )
}

/** Returns the rows that are new. */
async function insertPassages(queries: Queries, documentId: string, norms: StagedNorm[]): Promise<number[]> {
  const rows = norms.flatMap(({ prepared, passages }) =>
    passages.map((passage) => ({
      norm_key: prepared.norm.key,
      norm_content: prepared.contentSha256,
      public_id: passage.publicId,
      ordinal: passage.ordinal,
      paragraph: passage.paragraph,
      path: passage.path,
      start_at: passage.start,
      end_at: passage.end,
      sentences: passage.sentences,
      text: passage.text,
      text_sha256: passage.textSha256,
      embedding_sha256: passage.embeddingSha256,
      heading: passage.heading,
    })),
  )
  const inserted = await queries.query<{ id: number }>(
    `insert into passages (public_id, norm_id, document_id, ordinal, paragraph, path, start_at, end_at, sentences,
                           text, text_sha256, embedding_sha256, heading)
     select r.public_id, n.id, $1, r.ordinal, r.paragraph, r.path, r.start_at, r.end_at, r.sentences,
            r.text, r.text_sha256, r.embedding_sha256, r.heading
       from jsonb_to_recordset($2) as r(
              norm_key text, norm_content text, public_id text, ordinal int, paragraph text, path text[],
              start_at int, end_at int, sentences jsonb, text text, text_sha256 text, embedding_sha256 text, heading text)
       join norms n on n.document_id = $1 and n.key = r.norm_key and n.content_sha256 = r.norm_content
     on conflict do nothing returning id`,
    [documentId, JSON.stringify(rows)],
  )
  return inserted.map(({ id }) => id)
}

async function insertVectors(
  queries: Queries,
  index: EmbeddingIndex,
  norms: StagedNorm[],
  vectors: Map<string, Float32Array>,
): Promise<void> {
  const passages = norms.flatMap((norm) => norm.passages)
  await queries.query(
    `with fresh as (
       select r.sha256, r.vector::halfvec as embedding from jsonb_to_recordset($3) as r(sha256 text, vector text)
     ), wanted as (
       select id, document_id, embedding_sha256 from passages where public_id = any($2)
     )
     insert into passage_vectors (index_id, passage_id, document_id, embedding)
     select $1::int, w.id, w.document_id, coalesce(f.embedding, (
              select v.embedding from passages p join passage_vectors v on v.passage_id = p.id and v.index_id = $1::int
               where p.embedding_sha256 = w.embedding_sha256 limit 1))
       from wanted w left join fresh f on f.sha256 = w.embedding_sha256
     on conflict do nothing`,
    [index.id, passages.map((passage) => passage.publicId), vectorRows(vectors)],
  )
}

async function insertReferences(queries: Queries, norms: StagedNorm[]): Promise<void> {
  const rows = norms.flatMap(({ passages }) =>
    passages.flatMap((passage) =>
      passage.references.map((reference, ordinal) => ({
        public_id: passage.publicId,
        ordinal,
        kind: 'refers_to',
        start_at: reference.start,
        end_at: reference.end,
        text: reference.text,
        target_law: reference.law,
        target_norm: reference.norm,
        target_paragraph: reference.paragraph,
      })),
    ),
  )
  await queries.query(
    `insert into edges (passage_id, ordinal, kind, start_at, end_at, text, target_law, target_norm, target_paragraph)
     select p.id, r.ordinal, r.kind, r.start_at, r.end_at, r.text, r.target_law, r.target_norm, r.target_paragraph
       from jsonb_to_recordset($1) as r(
              public_id text, ordinal int, kind text, start_at int, end_at int, text text,
              target_law text, target_norm text, target_paragraph text)
       join passages p on p.public_id = r.public_id
     on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}
