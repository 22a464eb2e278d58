import type { Queries } from './database.ts'
import type { SignBits } from './nearest-bits.ts'
import { isLive, isMade, type Scope, scopeParameters } from './scope.ts'

/** Scopes kept for each database, those asked for last: nearly all questions are about today. Of 22,230 passages one takes 0.9 MB. */
const SCOPES = 8

const kept = new WeakMap<Queries, Map<string, { revision: number; bits: Promise<SignBits> }>>()

/**
 * The sign bits of all vectors of an index whose passages the scope keeps, read again only after the library changed:
 * what is published, withdrawn or switched raises the revision in its transaction, also by another process.
 * They only choose candidates; whoever looks at these checks the scope, which may have changed meanwhile.
 */
export async function rememberedSignBits(
  queries: Queries,
  index: { id: number; dimension: number },
  scope: Scope,
): Promise<SignBits> {
  const scopes = kept.get(queries) ?? new Map()
  kept.set(queries, scopes)
  const [state] = await queries.query<{ revision: number }>('select revision from corpus_state')
  const revision = state?.revision ?? 0
  const key = JSON.stringify([index.id, ...scopeParameters(scope)])
  const known = scopes.get(key)
  const bits = known?.revision === revision ? known.bits : readSignBits(queries, index, scope)
  scopes.delete(key)
  scopes.set(key, { revision, bits })
  for (const old of [...scopes.keys()].slice(0, -SCOPES)) scopes.delete(old)
  bits.catch(() => scopes.delete(key))
  return bits
}

/** The scan reads nothing but the index passage_vectors_by_document, which holds the bits. */
async function readSignBits(
  queries: Queries,
  { id, dimension }: { id: number; dimension: number },
  scope: Scope,
): Promise<SignBits> {
  const [row] = await queries.query<{ ids: Buffer | null; bits: Buffer | null }>(
    `select string_agg(int8send(passage_id), '') as ids, string_agg(varbit_send(bits), '') as bits
       from (select v.passage_id, v.bits from documents d join passage_vectors v on v.document_id = d.id
              where v.index_id = $4 and v.validity @> $1::date and ${isLive} and ${isMade}
              order by v.passage_id) kept`,
    [...scopeParameters(scope), id],
  )
  const ids = row?.ids ?? Buffer.alloc(0)
  const passageIds = Float64Array.from({ length: ids.length / 8 }, (_, place) => Number(ids.readBigInt64BE(place * 8)))
  const bytesPerRow = Math.ceil(dimension / 8)
  return { passageIds, bytes: withoutLengths(row?.bits ?? Buffer.alloc(0), bytesPerRow), bytesPerRow }
}

/** `varbit_send` writes the number of bits before each row's. */
function withoutLengths(sent: Buffer, bytesPerRow: number): Uint8Array {
  const sentPerRow = 4 + bytesPerRow
  const bytes = new Uint8Array((sent.length / sentPerRow) * bytesPerRow)
  for (let from = 4, to = 0; from < sent.length; from += sentPerRow, to += bytesPerRow)
    bytes.set(sent.subarray(from, from + bytesPerRow), to)
  return bytes
}
