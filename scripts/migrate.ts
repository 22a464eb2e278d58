import { readConfig } from '../src/config.ts'
import { openLibrary } from '../src/wiring.ts'

/** `npm run migrate`: brings the schema up to date and says where. Starting the service does the same. */
async function main(): Promise<void> {
  const { database, warnings } = await openLibrary(readConfig())
  for (const warning of warnings) console.warn(warning)
  console.log(`Das Schema ist aktuell: ${database.description}.`)
  await database.close()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
