import { randomUUID } from 'node:crypto'
import { IntakeError, type Upload } from '../../src/law/intake.ts'
import { findUpload, insertUpload } from '../../src/store/uploads.ts'
import { uploadOf } from './find-draft.ts'
import type { IntakeParts } from './intake-parts.ts'

/** Takes a file in while it arrives and has it read. What breaks off leaves nothing. @throws IntakeError */
export async function receiveUpload(
  { database, folder }: IntakeParts,
  reading: { add(id: string): void },
  body: AsyncIterable<Uint8Array>,
  facts: { fileName: string; by: string; parent?: string },
): Promise<{ upload: Upload; isNew: boolean }> {
  const fileName = plainName(facts.fileName)
  const received = await folder.receive(body)
  const id = randomUUID()
  const own = { id, fileName, uploadedBy: facts.by, parent: facts.parent ?? null }
  const isNew = await insertUpload(database, { ...own, ...received })
  if (isNew) reading.add(id)
  const upload = isNew ? await uploadOf(database, id) : await findUpload(database, { sha256: received.sha256 })
  if (upload === null)
    throw new IntakeError('not_now', 'Die Datei wurde gerade verworfen. Bitte noch einmal hochladen.')
  return { upload, isNew }
}

/** The name alone, whatever path or sign came with it. */
function plainName(given: string): string {
  const name = given.normalize('NFC').split(/[/\\]/).at(-1)?.replaceAll(/\p{C}/gu, '').trim()
  if (name === undefined || !/[\p{L}\p{N}]/u.test(name))
    throw new IntakeError(
      'unusable',
      'Der Name der Datei fehlt oder ist unbrauchbar. Bitte mit ?name=Erlass.pdf angeben.',
    )
  return name.length <= longestName ? name : `${name.slice(0, longestName - 20)}${name.slice(-20)}`
}

const longestName = 200
