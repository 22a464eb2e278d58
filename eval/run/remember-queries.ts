import type { Queries } from '../../src/store/database.ts'

/** Asks the same question of a database that nobody changes only once: tuning ranks the same finds hundreds of times. */
export function rememberQueries(queries: Queries): Queries {
  const answers = new Map<string, Promise<object[]>>()
  return {
    async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const key = JSON.stringify([sql, parameters])
      const answer = answers.get(key) ?? queries.query(sql, parameters)
      answers.set(key, answer)
      return (await answer) as Row[]
    },
  }
}
