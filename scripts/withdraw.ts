import { readConfig } from '../src/config.ts'
import { reinstateDocument, withdrawDocument } from '../src/store/withdraw-document.ts'
import { openLibrary } from '../src/wiring.ts'

/** `npm run withdraw -- gii:<slug> [--undo]`: takes a document out of every answer at once, or lets it answer again. */
async function main(words: string[]): Promise<void> {
  const undo = words.includes('--undo')
  const id = words.find((word) => word !== '--undo')
  if (!id) throw new Error('Aufruf: npm run withdraw -- gii:<kürzel> [--undo]')
  const { database } = await openLibrary(readConfig())
  const done = await (undo ? reinstateDocument(database, id) : withdrawDocument(database, id))
  await database.close()
  if (!done)
    throw new Error(
      `${id} ist ${undo ? 'nicht zurückgezogen' : 'nicht in der Sammlung'}. Alle Kennungen: GET /v1/documents.`,
    )
  console.log(undo ? `${id} antwortet wieder.` : `${id} ist zurückgezogen; die Geschichte bleibt gespeichert.`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
