import { expect, test } from 'vitest'
import { checkServer, judgePgvector, UnsuitableServerError } from './check-server.ts'
import type { Queries } from './database.ts'

test.each(['0.7.4', '0.8.0', '0.8.1'])('pgvector %s is refused, with what to do', (version) => {
  expect(() => judgePgvector(version)).toThrow(UnsuitableServerError)
  expect(() => judgePgvector(version)).toThrow('aktualisieren')
})

test.each(['0.8.2', '0.8.3'])('pgvector %s is used with a warning', (version) => {
  expect(judgePgvector(version)).toContain('HNSW')
})

test.each(['0.8.4', '0.8.10', '0.9.0', '1.0'])('pgvector %s is used without a word', (version) => {
  expect(judgePgvector(version)).toBeNull()
})

test('a PostgreSQL below 16 and one without pgvector are refused', async () => {
  await expect(checkServer(answering(150_012, '0.8.7'))).rejects.toThrow('PostgreSQL 16')
  await expect(checkServer(answering(160_004, null))).rejects.toThrow('pgvector')
  await expect(checkServer(answering(160_004, '0.8.7'))).resolves.toBeNull()
})

/** What a server of these versions answers; old servers cannot be installed here. */
function answering(server: number, pgvector: string | null): Queries {
  const replies = [[{ server, pgvector }], []]
  return { query: async <Row extends object>() => replies.shift() as Row[] }
}
