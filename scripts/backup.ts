import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { createGzip } from 'node:zlib'
import { readConfig } from '../src/config.ts'
import { today } from '../src/law/day.ts'
import { backup } from '../src/store/backup.ts'
import { openLibrary } from '../src/wiring.ts'

/** `npm run backup -- [file]`: writes everything into one gzip file of JSON lines, also while the service runs. */
async function main(): Promise<void> {
  const target = process.argv[2] ?? `fundstelle-${today()}.ndjson.gz`
  const { database } = await openLibrary(readConfig())
  const packer = createGzip()
  const file = packer.pipe(createWriteStream(`${target}.part`))
  const rows = await backup(database, async (line) => {
    if (!packer.write(`${JSON.stringify(line)}\n`)) await once(packer, 'drain')
  })
  packer.end()
  await once(file, 'finish')
  // Only a whole backup gets its name.
  await rename(`${target}.part`, target)
  await database.close()
  console.log(`Gesichert: ${rows} Zeilen nach ${target}.`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
