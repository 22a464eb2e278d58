import { openEmbeddedDatabase } from '../src/store/embedded-database.ts'

/** Opens a data folder, writes rows, says so on stdout and holds it until it is killed. Run by the lock's tests. */
async function main(): Promise<void> {
  const [folder, rows] = process.argv.slice(2)
  const database = await openEmbeddedDatabase(folder as string)
  await database.query('create table if not exists held (name text)')
  for (let row = 0; row < Number(rows); row += 1) await database.query('insert into held (name) values ($1)', ['first'])
  process.once('SIGTERM', () => void database.close().then(() => process.exit()))
  console.log('held')
  setInterval(() => {}, 1_000)
}

await main()
