import type { Queries } from './database.ts'

/** Any fixed number of ours. */
const VECTORS_LOCK = 7_041_950

/**
 * Held by a transaction that adds passages or gives them their days: many at once. None of them runs while another
 * index is filled, switched to or removed, so that no passage is left without a vector and no vector with old days.
 * Taken before every other lock of the transaction.
 */
export async function shareVectors({ query }: Queries): Promise<void> {
  await query('select pg_advisory_xact_lock_shared($1)', [VECTORS_LOCK])
}

/** Held by a short transaction that fills, switches or removes an index: alone, until it ends. */
export async function ownVectors({ query }: Queries): Promise<void> {
  await query('select pg_advisory_xact_lock($1)', [VECTORS_LOCK])
}
