import { IntakeError, type Upload } from '../../src/law/intake.ts'
import { addNote, findUpload, listUnread } from '../../src/store/uploads.ts'
import type { IntakeParts } from './intake-parts.ts'
import { makeDraft } from './make-draft.ts'
import { receiveUpload } from './receive-upload.ts'
import type { InnerFile } from './read-upload.ts'

/** Reads uploads one after the other, in the background. */
export interface ReadingQueue {
  add(id: string): void
  resume(): Promise<void>
  idle(): Promise<void>
}

export function openReadingQueue(parts: IntakeParts): ReadingQueue {
  let line: Promise<void> = Promise.resolve()
  const queue: ReadingQueue = {
    add(id) {
      line = line.then(() => readOne(parts, queue, id)).catch(() => undefined)
    },
    async resume() {
      for (const { id } of await listUnread(parts.database)) queue.add(id)
    },
    async idle() {
      for (let before = null; before !== line;) {
        before = line
        await before
      }
    },
  }
  return queue
}

/** A database that is away leaves the upload unread: it is read again at the next start. */
async function readOne(parts: IntakeParts, queue: ReadingQueue, id: string): Promise<void> {
  const upload = await findUpload(parts.database, { id })
  if (upload === null) return
  const inner = await makeDraft(parts, upload)
  for (const file of inner) await takeInner(parts, queue, upload, file)
}

/** A file in a mail or archive is an upload of its own; what cannot be taken in is told where it came in. */
async function takeInner(parts: IntakeParts, queue: ReadingQueue, upload: Upload, file: InnerFile): Promise<void> {
  const body = (async function* () {
    yield file.bytes
  })()
  const facts = { fileName: file.name, by: upload.uploadedBy, parent: upload.id }
  await receiveUpload(parts, queue, body, facts).catch(async (error: unknown) => {
    if (!(error instanceof IntakeError)) throw error
    await addNote(parts.database, upload.id, `${file.name}: ${error.message}`)
  })
}
