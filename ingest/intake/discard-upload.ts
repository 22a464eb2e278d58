import { IntakeError } from '../../src/law/intake.ts'
import { listForgotten, listUploadHashes, removeUpload } from '../../src/store/uploads.ts'
import { uploadOf } from './find-draft.ts'
import type { IntakeParts } from './intake-parts.ts'

type Parts = Pick<IntakeParts, 'database' | 'folder'>

/** Removes what was never published: row, text and file. @throws IntakeError */
export async function discardUpload({ database, folder }: Parts, id: string): Promise<void> {
  const { sha256 } = await uploadOf(database, id)
  if (!(await removeUpload(database, id)))
    throw new IntakeError(
      'not_now',
      'Das Papier war schon veröffentlicht; es kann zurückgezogen, aber nicht gelöscht werden.',
    )
  await folder.remove(sha256)
}

/** Papers may name people: what nobody published is forgotten with the questions. */
export async function forgetUploads(parts: Parts, retentionDays: number): Promise<void> {
  for (const id of await listForgotten(parts.database, retentionDays))
    await discardUpload(parts, id).catch((error: unknown) => {
      if (!(error instanceof IntakeError)) throw error
    })
  await parts.folder.sweep(await listUploadHashes(parts.database))
}
