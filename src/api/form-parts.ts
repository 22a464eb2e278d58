import { ProblemError } from './problem-error.ts'
import { type PartHeader, readPartHeader } from './part-header.ts'

/** One part of a form while it arrives; `body` is to be read before the next part is asked for, or is passed over. */
export interface FormPart extends PartHeader {
  body: AsyncIterable<Uint8Array>
}

/** RFC 2046 sets no limit; browsers and tools stay below 1 kB. */
const headerBytesMax = 16 * 1024

/**
 * The parts of a `multipart/form-data` body (RFC 7578) in their order. Never more in memory than what the connection
 * gave last and a boundary's length. @throws ProblemError where the body ends before the form does
 */
export async function* formParts(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart> {
  const reader = openReader(body)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await reader.pass(delimiter)
  while (!(await reader.startsWith('--'))) {
    const header = readPartHeader(await reader.text(Buffer.from('\r\n\r\n'), headerBytesMax))
    yield { ...header, body: reader.until(delimiter) }
    await reader.pass(delimiter)
  }
}

interface Reader {
  /** The bytes before a delimiter, which is taken along. Left in the middle, `pass` goes on from there. */
  until(delimiter: Buffer): AsyncGenerator<Uint8Array>
  /** Goes behind the delimiter that is being read for, whether or not anybody read up to it. */
  pass(delimiter: Buffer): Promise<void>
  text(delimiter: Buffer, bytesMax: number): Promise<Buffer>
  startsWith(sign: string): Promise<boolean>
}

function openReader(body: AsyncIterable<Uint8Array>): Reader {
  const source = body[Symbol.asyncIterator]()
  // The first boundary may be the first line; all others follow a line break, which belongs to them.
  let held = Buffer.from('\r\n')
  let isPast = false
  const more = async () => {
    const { done, value } = await source.next()
    if (done === true) throw endsTooSoon()
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
  }
  async function* until(delimiter: Buffer): AsyncGenerator<Uint8Array> {
    isPast = false
    while (!isPast) {
      const found = held.indexOf(delimiter)
      const end = found === -1 ? Math.max(0, held.length - delimiter.length + 1) : found
      const ready = held.subarray(0, end)
      held = held.subarray(found === -1 ? end : end + delimiter.length)
      isPast = found !== -1
      if (ready.length > 0) yield ready
      if (!isPast) await more()
    }
  }
  return {
    until,
    async pass(delimiter) {
      if (isPast) isPast = false
      else for await (const _ of until(delimiter));
      isPast = false
    },
    async text(delimiter, bytesMax) {
      const pieces: Uint8Array[] = []
      let bytes = 0
      for await (const piece of until(delimiter)) {
        bytes += piece.length
        if (bytes > bytesMax) throw unreadable()
        pieces.push(piece)
      }
      isPast = false
      return Buffer.concat(pieces)
    },
    async startsWith(sign) {
      while (held.length < sign.length) await more()
      return held.subarray(0, sign.length).toString('latin1') === sign
    },
  }
}

function endsTooSoon(): ProblemError {
  return new ProblemError(
    'malformed-body',
    'Das Formular endet zu früh; die letzte Datei wurde nicht angenommen. Bitte noch einmal senden.',
  )
}

function unreadable(): ProblemError {
  return new ProblemError('malformed-body', 'Das Formular ist nicht lesbar (multipart/form-data nach RFC 7578).')
}
