import { on } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { nameOfPart } from './name-of-part.ts'
import { ProblemError } from './problem-error.ts'

/** One file of a form while it arrives; `body` is to be read before the next file is asked for, or is passed over. */
export interface FormFile {
  fileName: string
  body: AsyncIterable<Uint8Array>
}

/** Nobody asks for plain fields, so next to nothing of them is kept; browsers and tools write headers below 1 kB. */
const sizes = { fieldSize: 1024, headerSize: 16 * 1024 }

/**
 * The files of a `multipart/form-data` body (RFC 7578) in their order, at most `filesMax`, without those in which nothing
 * was chosen. Never more in memory than what the connection gave last and what the library holds of a file.
 * @throws ProblemError where the body is no form or ends before the form does; what the body throws
 */
export async function* formFiles(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  filesMax: number,
): AsyncGenerator<FormFile> {
  const form = open(contentType, filesMax)
  const stopping = new AbortController()
  let failure: unknown = endsTooSoon()
  const arrived = on(form, 'file', { close: ['finish'] })
  // To the library a body that fails is one that ends: it hands out what came before, then complains.
  pipeline(
    untilItFails(body, (error) => (failure = error)),
    form,
    { signal: stopping.signal },
  ).catch(() => undefined)
  try {
    for await (const [, file, name] of arrived as AsyncIterable<[string, BusboyFileStream, string]>) {
      const fileName = nameOfPart(name)
      if (fileName !== '') yield { fileName, body: readable(file, () => failure) }
      file.resume()
    }
  } catch {
    throw failure
  } finally {
    stopping.abort()
  }
}

function open(contentType: string, filesMax: number): BusboyInstance {
  try {
    const form = new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: (_field, _type, fileName) => fileName !== undefined,
      limits: { ...sizes, files: filesMax },
    })
    let last: BusboyFileStream | undefined
    form.on('file', (_, file) => {
      last = file
      file.on('error', () => undefined)
    })
    // The library tells only some of the files that break off, and ends the others as if they were whole.
    form.on('error', (error) => last?.destroy(error as Error))
    return form
  } catch (error) {
    throw new ProblemError(
      'unsupported-media-type',
      'Bitte die Datei als Formular (multipart/form-data mit boundary) oder selbst als Inhalt senden: curl -F file=@Datei.pdf',
      { cause: error },
    )
  }
}

async function* untilItFails(
  body: AsyncIterable<Uint8Array>,
  note: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    note(error)
  }
}

async function* readable(file: BusboyFileStream, failure: () => unknown): AsyncGenerator<Uint8Array> {
  try {
    yield* file.iterator({ destroyOnReturn: false })
  } catch {
    throw failure()
  }
}

function endsTooSoon(): ProblemError {
  return new ProblemError(
    'malformed-body',
    'Das Formular endet zu früh; die letzte Datei wurde nicht angenommen. Bitte noch einmal senden.',
  )
}
