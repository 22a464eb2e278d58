import type { Intake } from '../../src/law/intake.ts'
import { findUpload, listUploads } from '../../src/store/uploads.ts'
import { listEvents } from '../../src/store/ingest-events.ts'
import { discardUpload, forgetUploads } from './discard-upload.ts'
import { correctUpload, publishUpload, withdraw } from './change-upload.ts'
import { correctPaper } from './correct-paper.ts'
import { contentOf, unknownDocument, uploadOf } from './find-draft.ts'
import type { IntakeParts } from './intake-parts.ts'
import { judgeRelation } from './judge-relation.ts'
import { previewUpload } from './preview-upload.ts'
import { receiveUpload } from './receive-upload.ts'
import { openReadingQueue } from './reading-queue.ts'
import { undoLast } from './undo-last.ts'

/** An intake that also looks after itself; only the programs that open it need that. */
export interface OpenIntake extends Intake {
  /** Removes what a killed process left half received, and reads what it left unread; before anything is received. */
  resume(): Promise<void>
  /** Removes files that belong to nothing, and what was not published within these days. */
  tend(retentionDays: number): Promise<void>
  /** Resolves when nothing is being read. */
  idle(): Promise<void>
}

/** Everything staff do with papers, over an opened library. Files lie in `uploads` of the data folder. */
export function openIntake(parts: IntakeParts): OpenIntake {
  const { database, folder } = parts
  const reading = openReadingQueue(parts)
  return {
    receive: (body, facts) => receiveUpload(parts, reading, body, facts),
    list: () => listUploads(database),
    find: (id) => findUpload(database, { id }),
    preview: async (id) => {
      const upload = await uploadOf(database, id)
      return previewUpload(database, upload, await contentOf(database, upload))
    },
    judge: (id, relation, by) => judgeRelation(parts, id, relation, by),
    correct: (id, correction, by) => correctUpload(parts, id, correction, by),
    correctPaper: (documentId, correction, by) => correctPaper(parts, documentId, correction, by),
    publish: (id, replaces, by) => publishUpload(parts, id, replaces, by),
    discard: (id) => discardUpload(parts, id),
    withdraw: (documentId, reason, by) => withdraw(parts, documentId, reason, by),
    undo: (documentId, by) => undoLast(parts, documentId, by),
    history: async (documentId) => {
      const events = await listEvents(database, documentId)
      if (events.length === 0) throw unknownDocument(documentId)
      return events
    },
    resume: async () => {
      await folder.clearInterrupted()
      await reading.resume()
    },
    tend: (retentionDays) => forgetUploads({ database, folder }, retentionDays),
    idle: () => reading.idle(),
  }
}
