import { writeFile } from 'node:fs/promises'
import { readConfig } from '../src/config.ts'
import { dayBefore, today } from '../src/law/day.ts'
import { listFeedback, removeFeedback } from '../src/store/feedback.ts'
import { openLibrary } from '../src/wiring.ts'

/**
 * `npm run feedback -- <file.ndjson> [--remove]`: writes what people said of answers, one JSON object a line, without who said
 * it. `--remove` then forgets what was said before today; what is being said now is not lost.
 */
async function main(words: string[]): Promise<void> {
  const remove = words.includes('--remove')
  const target = words.find((word) => word !== '--remove')
  if (!target) throw new Error('Aufruf: npm run feedback -- <Datei.ndjson> [--remove]')
  const { database } = await openLibrary(readConfig())
  const said = await listFeedback(database)
  await writeFile(target, said.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const removed = remove ? await removeFeedback(database, dayBefore(today())) : 0
  await database.close()
  console.log(`${said.length} Rückmeldungen nach ${target}${remove ? `, ${removed} davon gelöscht` : ''}.`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
