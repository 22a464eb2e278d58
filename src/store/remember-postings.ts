import type { Queries } from './database.ts'

/** One row of the inverted index: passages by their rows, each with what the word adds to its score. */
export interface Posting {
  passageIds: Int32Array
  weights: Float32Array
}

export interface PostingKey {
  lexeme: string
  batch: number
}

/** Entries kept for each database, those of the rows asked for last, in 8 MB: more than 27,300 passages have (757,000). */
const ENTRIES_KEPT = 1_000_000

const kept = new WeakMap<Queries, Map<string, Posting>>()

/**
 * Rows of the inverted index, in the order asked, from memory as far as they were read before: a row once written never
 * changes, and no other gets its batch. Null where one of them is gone, merged into another meanwhile.
 */
export async function rememberedPostings(queries: Queries, keys: PostingKey[]): Promise<Posting[] | null> {
  const known = kept.get(queries) ?? new Map<string, Posting>()
  kept.set(queries, known)
  const read = await readPostings(
    queries,
    keys.filter((key) => !known.has(nameOf(key))),
  )
  const found = keys.map((key) => known.get(nameOf(key)) ?? read.get(nameOf(key)))
  if (found.includes(undefined)) return null
  const postings = found as Posting[]
  for (const [place, key] of keys.entries()) {
    known.delete(nameOf(key))
    known.set(nameOf(key), postings[place] as Posting)
  }
  forgetOldest(known)
  return postings
}

async function readPostings(queries: Queries, keys: PostingKey[]): Promise<Map<string, Posting>> {
  if (keys.length === 0) return new Map()
  const rows = await queries.query<PostingKey & { ids: Buffer; weights: Buffer }>(
    `select lexeme, batch, array_send(passage_ids) as ids, array_send(weights) as weights
       from unnest($1::text[], $2::bigint[]) wanted (lexeme, batch) join postings using (lexeme, batch)`,
    [keys.map(({ lexeme }) => lexeme), keys.map(({ batch }) => batch)],
  )
  return new Map(
    rows.map((row) => {
      const [ids, weights] = [itemsOf(row.ids), itemsOf(row.weights)]
      const passageIds = Int32Array.from({ length: ids.length }, (_, at) => ids.view.getInt32(ids.at(at)))
      return [
        nameOf(row),
        { passageIds, weights: Float32Array.from(passageIds, (_, at) => weights.view.getFloat32(weights.at(at))) },
      ]
    }),
  )
}

/** Where the items of an array lie as `array_send` writes it: five numbers of head, then each with its length, in four bytes all. */
function itemsOf(sent: Buffer): { view: DataView; length: number; at: (place: number) => number } {
  const view = new DataView(sent.buffer, sent.byteOffset, sent.byteLength)
  return { view, length: (sent.byteLength - 20) / 8, at: (place) => 24 + place * 8 }
}

function nameOf({ lexeme, batch }: PostingKey): string {
  return `${lexeme} ${batch}`
}

function forgetOldest(known: Map<string, Posting>): void {
  let entries = 0
  for (const { weights } of known.values()) entries += weights.length
  for (const [name, { weights }] of known) {
    if (entries <= ENTRIES_KEPT) return
    known.delete(name)
    entries -= weights.length
  }
}
