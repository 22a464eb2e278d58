import type { FromParser, ToParser } from './paper-messages.ts'
import { PaperError } from './paper-error.ts'
import { parsePaper } from './parse-paper.ts'

// A process of its own, because a file can be made to hang its parser or to fill all memory: then this process is ended
// and the service goes on. One file at a time; it ends with the process that started it.

process.on('message', (message) => void answer(message as ToParser))
process.on('disconnect', () => process.exit(0))

async function answer({ bytes, format }: ToParser): Promise<void> {
  const reply: FromParser = await parsePaper(bytes, format).then(
    (parsed): FromParser => ({ kind: 'parsed', parsed }),
    (error: unknown): FromParser => faultOf(error),
  )
  process.send?.(reply)
}

function faultOf(error: unknown): FromParser {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (error instanceof PaperError) return { kind: 'fault', fault: error.fault, message: error.message, detail }
  const tooDeep = error instanceof RangeError && error.message.includes('call stack')
  return tooDeep
    ? {
        kind: 'fault',
        fault: 'too_complex',
        message: 'Die Datei ist zu tief verschachtelt. Bitte als PDF speichern und noch einmal hochladen.',
        detail,
      }
    : {
        kind: 'fault',
        fault: 'damaged',
        message:
          'Die Datei lässt sich nicht lesen; sie ist beschädigt oder unvollständig. Bitte neu speichern und noch einmal hochladen.',
        detail,
      }
}
