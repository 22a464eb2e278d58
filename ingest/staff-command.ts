import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { IntakeError, isSettled, type Upload } from '../src/law/intake.ts'
import type { OpenIntake } from './intake/open-intake.ts'
import { PaperError } from './parse/paper/paper-error.ts'
import { refuseBySize } from './parse/paper/read-paper.ts'
import { printCorrected, printEvent, printPreview, printUpload } from './print-upload.ts'
import { readStaffOptions, type StaffCommand } from './staff-options.ts'

/** What the commands touch of the world. The library is opened only once the words are understood. */
export interface StaffWorld {
  open(): Promise<{ intake: OpenIntake; close(): Promise<void> }>
  out: { write(text: string): unknown }
  err: { write(text: string): unknown }
}

/** Who did it, in the history: whoever may start programs on this machine. */
const by = 'cli'

/**
 * `npm run ingest -- upload|uploads|preview|correct|publish|withdraw|undo|history`. Resolves to the exit code: 0 done, 1 some
 * files were refused, 2 wrong usage, 3 not possible. Errors are printed in German, never thrown.
 */
export async function runStaffCommand(words: readonly string[], world: StaffWorld): Promise<0 | 1 | 2 | 3> {
  const read = readStaffOptions(words)
  if (read.kind === 'usage') {
    world.err.write(read.message)
    return 2
  }
  const { intake, close } = await world.open()
  try {
    return await run(intake, read.command, world)
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    world.err.write(`${error.message}\n`)
    return 3
  } finally {
    await intake.idle()
    await close()
  }
}

async function run(intake: OpenIntake, command: StaffCommand, { out, err }: StaffWorld): Promise<0 | 1> {
  const print = (text: string) => void out.write(`${text}\n`)
  switch (command.name) {
    case 'upload':
      return uploadAll(intake, command.files, print, (text) => void err.write(`${text}\n`))
    case 'uploads':
      for (const upload of await intake.list()) print(printUpload(upload))
      return 0
    case 'preview':
      print(printPreview(await intake.preview(command.id)))
      return 0
    case 'correct': {
      const upload = await findUpload(intake, command.paper)
      if (upload !== null) print(printUpload(await intake.correct(upload.id, command.correction, by)))
      else print(printCorrected(await intake.correctPaper(command.paper, command.correction, by)))
      return 0
    }
    case 'publish':
      print(printUpload(await intake.publish(command.id, command.replaces, by)))
      return 0
    case 'withdraw':
      print(printEvent(await intake.withdraw(command.id, command.reason, by)))
      for (const copy of await copiesOf(intake, command.id))
        print(
          `Derselbe Text liegt noch als ${copy} vor und antwortet weiter; soll er nicht gelten, bitte auch ihn zurückziehen.`,
        )
      return 0
    case 'undo':
      print(printEvent(await intake.undo(command.id, by)))
      return 0
    case 'history':
      for (const event of await intake.history(command.id)) print(printEvent(event))
      return 0
  }
}

/** By its number, or as the document that it is or will be. */
async function findUpload(intake: OpenIntake, paper: string): Promise<Upload | null> {
  return (await intake.find(paper)) ?? (await intake.list()).find(({ documentId }) => documentId === paper) ?? null
}

/** What says the same as a paper and is still there. */
async function copiesOf(intake: OpenIntake, documentId: string): Promise<string[]> {
  const upload = (await intake.list()).find((one) => one.documentId === documentId)
  if (upload === undefined) return []
  const { nearDuplicates } = await intake.preview(upload.id)
  return nearDuplicates.filter(({ isSame }) => isSame).map((one) => one.documentId)
}

type Print = (text: string) => void

/** One bad file never stops the others. */
async function uploadAll(intake: OpenIntake, files: string[], print: Print, complain: Print): Promise<0 | 1> {
  const before = new Set((await intake.list()).map(({ id }) => id))
  let worst: 0 | 1 = 0
  const sent: string[] = []
  for (const file of files) {
    try {
      sent.push((await send(intake, file)).id)
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      complain(`${file}: ${error.message}`)
      worst = 1
    }
  }
  await intake.idle()
  const uploads = (await intake.list()).filter(({ id }) => sent.includes(id) || !before.has(id))
  for (const upload of uploads.toReversed()) {
    print(printUpload(upload))
    if (upload.state === 'refused' || !isSettled(upload.state)) worst = 1
  }
  return worst
}

async function send(intake: OpenIntake, file: string): Promise<Upload> {
  const facts = await stat(file).catch(() => null)
  if (!facts?.isFile())
    throw new IntakeError(
      'unusable',
      'Die Datei gibt es nicht, oder sie ist ein Ordner. Bitte einzelne Dateien nennen.',
    )
  try {
    refuseBySize(facts.size)
  } catch (error) {
    throw error instanceof PaperError ? new IntakeError('too_large', error.message) : error
  }
  const { upload } = await intake.receive(createReadStream(file), { fileName: basename(file), by })
  return upload
}
