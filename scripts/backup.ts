import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { createGzip } from 'node:zlib'
import { backupWithFiles } from '../ingest/intake/backup-files.ts'
import { openUploadFolder } from '../ingest/intake/upload-folder.ts'
import { readConfig } from '../src/config.ts'
import { today } from '../src/law/day.ts'
import { openLibrary } from '../src/wiring.ts'

/** `npm run backup -- [file]`: writes everything, the papers' files included, into one gzip file of JSON lines, also while the service runs. */
async function main(): Promise<void> {
  const target = process.argv[2] ?? `fundstelle-${today()}.ndjson.gz`
  const config = readConfig()
  const { database } = await openLibrary(config)
  const packer = createGzip()
  const file = packer.pipe(createWriteStream(`${target}.part`))
  const folder = openUploadFolder(config.dataFolder)
  const { rows, files, missing } = await backupWithFiles(database, folder, async (line) => {
    if (!packer.write(`${JSON.stringify(line)}\n`)) await once(packer, 'drain')
  })
  packer.end()
  await once(file, 'finish')
  // Only a whole backup gets its name.
  await rename(`${target}.part`, target)
  await database.close()
  console.log(`Gesichert: ${rows} Zeilen und ${files} Dateien von Papieren nach ${target}.`)
  if (missing > 0)
    console.error(`${missing} Dateien liegen nicht in ${config.dataFolder}/uploads und sind nicht dabei.`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
