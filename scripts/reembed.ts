import { readConfig } from '../src/config.ts'
import { reembed } from '../src/embedding/reembed.ts'
import { openLibrary } from '../src/wiring.ts'

/** `npm run reembed`: brings the collection to the configured embedding model, as the service does in the background. */
async function main(): Promise<void> {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  const library = await openLibrary(readConfig())
  for (const warning of library.warnings) console.warn(warning)
  try {
    const outcome = await reembed(library, { say: (message) => console.log(message) }, stopping.signal)
    if (outcome === 'unchanged') console.log(`Nichts zu tun: es gilt schon ${library.embeddings.configured}.`)
    if (outcome === 'stopped') console.log('Abgebrochen; ein neuer Lauf macht dort weiter.')
    process.exitCode = outcome === 'unchanged' || outcome === 'switched' ? 0 : 1
  } finally {
    await library.database.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
