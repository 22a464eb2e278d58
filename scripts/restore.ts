import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { type FileLine, restoreWithFiles } from '../ingest/intake/backup-files.ts'
import { openUploadFolder } from '../ingest/intake/upload-folder.ts'
import { readConfig } from '../src/config.ts'
import { type BackupLine, RestoreError } from '../src/store/backup.ts'
import { openLibrary } from '../src/wiring.ts'

/** `npm run restore -- <file>`: reads a backup into an empty database and data folder, all of it or nothing. */
async function main(): Promise<void> {
  const source = process.argv[2]
  if (!source) throw new RestoreError('Aufruf: npm run restore -- <Sicherung.ndjson.gz>')
  const config = readConfig()
  const { database } = await openLibrary(config)
  try {
    const folder = openUploadFolder(config.dataFolder)
    const { rows, files } = await restoreWithFiles(database, folder, linesOf(source))
    console.log(`Eingespielt: ${rows} Zeilen und ${files} Dateien von Papieren aus ${source}.`)
  } finally {
    await database.close()
  }
}

async function* linesOf(path: string): AsyncGenerator<BackupLine | FileLine> {
  let rest = ''
  try {
    const unpacked = createGunzip()
    createReadStream(path)
      .on('error', (error) => unpacked.destroy(error))
      .pipe(unpacked)
    for await (const piece of decodeUtf8(unpacked)) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) yield JSON.parse(line)
    }
  } catch (error) {
    throw new RestoreError(
      `${path} ist nicht lesbar oder unvollständig (${error instanceof Error ? error.message : error}).`,
    )
  }
}

async function* decodeUtf8(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
