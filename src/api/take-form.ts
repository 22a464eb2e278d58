import { IntakeError, type Intake, type Upload } from '../law/intake.ts'
import { formFiles } from './form-files.ts'
import { ProblemError } from './problem-error.ts'
import { asProblemError, type Problem, toProblem } from './problem.ts'

/** What became of one file of a form: an upload (`isNew` false: it was there already), or why it was not taken. */
export interface TakenFile {
  /** Null where the form breaks off between two files. */
  fileName: string | null
  isNew: boolean
  upload: Upload | null
  problem: Problem | null
}

/** Of a form's files together, as of the files in an archive. */
export const formBytesMax = 300 * 1024 * 1024
const filesMax = 100

/**
 * Hands the files of a form to the intake one after the other, each while it arrives. One that is refused does not stop
 * those after it; where the form itself breaks off, what came before stays taken.
 * @throws ProblemError where it is no form, has no file, or none of it was taken: the first refusal, with all of them in `files`
 */
export async function takeForm(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  intake: Pick<Intake, 'receive'>,
  by: string,
): Promise<TakenFile[]> {
  const files: TakenFile[] = []
  let fileName: string | null = null
  try {
    for await (const file of formFiles(counted(body), contentType, filesMax + 1)) {
      fileName = file.fileName
      if (files.length === filesMax) throw tooLarge(`${filesMax} Dateien`)
      files.push(await takeFile(file.body, { fileName, by }, intake))
      fileName = null
    }
  } catch (error) {
    if (!(error instanceof IntakeError || error instanceof ProblemError)) throw error
    files.push(refused(fileName, error))
  }
  return orRefuse(files)
}

/** A disk that is full is no fault of this one file; whatever else is wrong with it, the next may be good. */
async function takeFile(
  body: AsyncIterable<Uint8Array>,
  facts: { fileName: string; by: string },
  intake: Pick<Intake, 'receive'>,
): Promise<TakenFile> {
  const { fileName } = facts
  try {
    return { fileName, ...(await intake.receive(body, facts)), problem: null }
  } catch (error) {
    if (!(error instanceof IntakeError) || error.fault === 'no_space') throw error
    return refused(fileName, error)
  }
}

function refused(fileName: string | null, error: IntakeError | ProblemError): TakenFile {
  return { fileName, isNew: false, upload: null, problem: toProblem(asProblemError(error)) }
}

async function* counted(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > formBytesMax) throw tooLarge(`${formBytesMax / 1024 / 1024} MB`)
    yield chunk
  }
}

function tooLarge(most: string): ProblemError {
  return new ProblemError('body-too-large', `Ein Formular hat höchstens ${most}; bitte auf mehrere verteilen.`)
}

function orRefuse(files: TakenFile[]): TakenFile[] {
  if (files.some(({ upload }) => upload !== null)) return files
  const [first] = files
  if (first?.problem == null)
    throw new ProblemError(
      'unusable-file',
      'Im Formular ist keine Datei. Bitte eine auswählen (curl: -F file=@Erlass.pdf).',
    )
  const slug = first.problem.type.split(':').at(-1) as ProblemError['slug']
  throw new ProblemError(slug, first.problem.detail, { members: { files }, headers: { Connection: 'close' } })
}
