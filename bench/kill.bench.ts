import { feedWhileKilling } from '../tests/integration/feed-while-killing.ts'
import { startPostgres } from '../tests/postgres-server.ts'

export const name =
  'Kill: two workers read 120 invented papers on a server, one of them killed at random 20 times; rows that differ from an undisturbed feed'
export const onlyByName = true

/** @throws Error where there is no PostgreSQL to be had */
export async function run(): Promise<Record<string, number>> {
  const postgres = await startPostgres()
  if ('missing' in postgres) throw new Error(postgres.missing)
  try {
    const fed = await feedWhileKilling(postgres.url, 120, 20)
    return {
      killed: fed.killed,
      killedWhileThereWasWork: fed.whileOpen,
      added: fed.run.counts.added,
      failed: fed.run.counts.failed,
      rowsCompared: fed.rows,
      rowsThatDiffer: fed.differences.length,
      rulesBroken: fed.brokenRules.length,
    }
  } finally {
    postgres.stop()
  }
}
