import type { Correction } from '../law/correction.ts'
import type { DocumentText } from '../law/document-text.ts'
import type { Upload } from '../law/intake.ts'
import type { Queries } from './database.ts'

const columns = `u.id, u.sha256, u.file_name as "fileName", u.bytes, u.uploaded_by as "uploadedBy",
  to_char(u.uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "uploadedAt", u.parent,
  case when u.state = 'published' and d.withdrawn_at is not null then 'withdrawn' else u.state end as state,
  u.page, u.pages, u.reason, u.notes, u.document_id as "documentId",
  u.state = 'published' and d.withdrawn_at is null and u.published is distinct from u.corrected as "isAhead"`
const table = 'uploads u left join documents d on d.id = u.document_id'

/** How one upload is found: by its id, its bytes or its document. */
export type UploadKey = { id: string } | { sha256: string } | { documentId: string }

export async function findUpload(queries: Queries, key: UploadKey): Promise<Upload | null> {
  const [column, value] =
    'id' in key ? ['id', key.id] : 'sha256' in key ? ['sha256', key.sha256] : ['document_id', key.documentId]
  const [row] = await queries.query<Upload>(`select ${columns} from ${table} where u.${column} = $1`, [value])
  return row ?? null
}

/** The newest first. */
export function listUploads(queries: Queries): Promise<Upload[]> {
  return queries.query<Upload>(`select ${columns} from ${table} order by u.uploaded_at desc, u.id limit 500`)
}

/** Those whose reading was not finished. */
export function listUnread(queries: Queries): Promise<Upload[]> {
  return queries.query<Upload>(
    `select ${columns} from ${table} where u.state in ('received', 'scanned', 'reading') order by u.uploaded_at`,
  )
}

export type NewUpload = Pick<Upload, 'id' | 'sha256' | 'fileName' | 'bytes' | 'uploadedBy' | 'parent'>

/** False where these bytes are there already. What was refused is taken in again. */
export async function insertUpload(queries: Queries, upload: NewUpload): Promise<boolean> {
  const { id, sha256, fileName, bytes, uploadedBy, parent } = upload
  await queries.query(`delete from uploads where sha256 = $1 and state in ('refused', 'unpacked')`, [sha256])
  const rows = await queries.query(
    `insert into uploads (id, sha256, file_name, bytes, uploaded_by, parent, state)
     values ($1, $2, $3, $4, $5, $6, 'received') on conflict do nothing returning id`,
    [id, sha256, fileName, bytes, uploadedBy, parent],
  )
  return rows.length > 0
}

export interface UploadProgress {
  state: 'scanned' | 'reading' | 'refused' | 'unpacked'
  page?: number
  pages?: number
  reason?: string
  notes?: string[]
}

export async function saveProgress(queries: Queries, id: string, progress: UploadProgress): Promise<void> {
  const { state, page = null, pages = null, reason = null, notes = [] } = progress
  await queries.query(
    `update uploads set state = $2, page = $3, pages = $4, reason = $5, notes = $6
      where id = $1 and state in ('received', 'scanned', 'reading')`,
    [id, state, page, pages, reason, JSON.stringify(notes)],
  )
}

/** One more thing that the person who handed it in should know. */
export async function addNote(queries: Queries, id: string, note: string): Promise<void> {
  await queries.query('update uploads set notes = notes || to_jsonb($2::text) where id = $1', [id, note])
}

/** What was read from a file. */
export interface UploadText {
  text: DocumentText
  /** What its header was recognised to say, as the recogniser gives it. */
  recognised: unknown
}

/** What was read becomes a draft. False where the upload was removed meanwhile. */
export async function saveDraft(
  queries: Queries,
  id: string,
  draft: UploadText & { documentId: string; notes: string[] },
): Promise<boolean> {
  const rows = await queries.query(
    `update uploads set state = 'draft', page = null, pages = null, text = $2, recognised = $3, document_id = $4, notes = $5
      where id = $1 and state in ('received', 'scanned', 'reading') returning id`,
    [id, JSON.stringify(draft.text), JSON.stringify(draft.recognised), draft.documentId, JSON.stringify(draft.notes)],
  )
  return rows.length > 0
}

/** What was read from an upload and what staff said of it: last, and when it was published. */
export interface UploadContent extends UploadText {
  corrected: Correction
  published: Correction | null
}

/** Null where nothing was read. `forUpdate`: nobody else changes it until the transaction ends. */
export async function findUploadContent(
  queries: Queries,
  id: string,
  forUpdate = false,
): Promise<UploadContent | null> {
  const [row] = await queries.query<UploadContent>(
    `select text, recognised, corrected, published from uploads where id = $1 and text is not null${forUpdate ? ' for update' : ''}`,
    [id],
  )
  return row ?? null
}

/** Of an upload, or of a folder's paper whose correction is held. */
export async function saveCorrection(queries: Queries, documentId: string, corrected: Correction): Promise<void> {
  for (const place of ['uploads', 'paper_corrections'])
    await queries.query(`update ${place} set corrected = $2 where document_id = $1`, [
      documentId,
      JSON.stringify(corrected),
    ])
}

/** `published`: what staff said of what is live now; null: it is not. */
export async function savePublished(queries: Queries, documentId: string, published: Correction | null): Promise<void> {
  await queries.query(
    `update uploads set published = $2, corrected = coalesce($2, corrected), state = 'published' where document_id = $1`,
    [documentId, published && JSON.stringify(published)],
  )
}

/** Removes an upload that was never published. False where there is no such one. */
export async function removeUpload(queries: Queries, id: string): Promise<boolean> {
  const rows = await queries.query<{ document_id: string | null }>(
    `delete from uploads where id = $1 and state <> 'published' returning document_id`,
    [id],
  )
  await queries.query('delete from ingest_events where document_id = any($1)', [
    rows.map(({ document_id }) => document_id),
  ])
  return rows.length > 0
}

/** Ids of what was never published and has lain for longer than these days. */
export async function listForgotten(queries: Queries, days: number): Promise<string[]> {
  const rows = await queries.query<{ id: string }>(
    `select id from uploads where state <> 'published' and uploaded_at < now() - make_interval(days => $1)`,
    [days],
  )
  return rows.map(({ id }) => id)
}

/** The hashes of the papers whose file is kept: not those that were refused or unpacked. */
export async function listFileHashes(queries: Queries): Promise<string[]> {
  const rows = await queries.query<{ sha256: string }>(
    `select sha256 from uploads where state not in ('refused', 'unpacked') order by uploaded_at, id`,
  )
  return rows.map(({ sha256 }) => sha256)
}

/** The hashes of all files that belong to something. */
export async function listUploadHashes(queries: Queries): Promise<Set<string>> {
  const rows = await queries.query<{ sha256: string }>('select sha256 from uploads')
  return new Set(rows.map(({ sha256 }) => sha256))
}
