import { today } from '../../src/law/day.ts'
import type { Get, Reply } from './polite-client.ts'
import type { Fetched, Validators } from './source.ts'
import type { ZipBytes } from './zip.ts'

/** After so many documents in a row without an answer the rest are not asked for: the server or the network is gone. */
const silencesMax = 3

/** One publisher in one run. */
export interface Connection {
  get: Get
  silences: number
}

/** What is asked for: where it lies, how it is packed, and what to say where it is not there. */
export interface Wanted {
  path: string
  /** Beside those of a conditional request. */
  headers?: Record<string, string>
  unpack?: (bytes: Uint8Array) => Promise<ZipBytes>
  /** German. */
  missing: string
}

/** One document's bytes, asked for conditionally where `known` says how. */
export async function fetchDocument(
  connection: Connection,
  { path, headers, unpack, missing }: Wanted,
  known: Validators | null,
): Promise<Fetched> {
  if (connection.silences >= silencesMax)
    return failed('Nicht mehr angefragt: Der Herausgeber antwortet nicht. Bitte später erneut einlesen.')
  const reply = await connection.get(path, { ...headers, ...conditions(known) })
  connection.silences = reply.kind === 'unreachable' ? connection.silences + 1 : 0
  if (reply.kind === 'not_modified') return reply
  if (reply.kind === 'not_found') return { kind: 'failed', reason: missing, gone: true }
  if (reply.kind !== 'ok') return failed(reply.reason)
  return read(reply, unpack)
}

async function read({ bytes, headers }: Extract<Reply, { kind: 'ok' }>, unpack: Wanted['unpack']): Promise<Fetched> {
  const unpacked = unpack === undefined ? { kind: 'bytes' as const, bytes } : await unpack(bytes)
  if (unpacked.kind === 'failed') return unpacked
  const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') }
  return { ...unpacked, fetchedOn: today(), validators }
}

function conditions(known: Validators | null): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  }
}

function failed(reason: string): Fetched {
  return { kind: 'failed', reason }
}
