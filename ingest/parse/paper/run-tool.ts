import { execFile } from 'node:child_process'
import { PaperError } from './paper-error.ts'

/** Address space a tool may take, KB: enough for a page of A3 at 300 dpi, an end to pictures made to fill memory. */
const memoryKb = 2_000_000
const outputMax = 64 * 1024 * 1024

/**
 * Runs `tesseract` or a program of poppler, as found on PATH, with one processor, limited memory and time.
 * @throws PaperError where it is missing, says that its language data is, or does not come to an end
 */
export function runTool(program: 'tesseract' | 'pdftoppm', words: string[], timeoutMs: number): Promise<string> {
  const [command, args] = limited(program, words)
  return new Promise((resolve, reject) => {
    execFile(
      command,
      args,
      { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: outputMax },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout)
        else reject(faultOf(program, error, stderr))
      },
    )
  })
}

/** By way of the shell, which sets the limits; Windows has none. */
function limited(program: string, words: string[]): [string, string[]] {
  if (process.platform === 'win32') return [program, words]
  return ['/bin/sh', ['-c', `ulimit -v ${memoryKb}; OMP_THREAD_LIMIT=1 exec "$0" "$@"`, program, ...words]]
}

const howToInstall = 'apt-get install tesseract-ocr tesseract-ocr-deu tesseract-ocr-osd poppler-utils'

function faultOf(
  program: string,
  error: Error & { code?: unknown; killed?: boolean | undefined },
  stderr: string,
): PaperError {
  if (error.code === 'ENOENT' || error.code === 127 || /data file|Failed loading language/.test(stderr))
    return new PaperError(
      'tool_missing',
      `Das PDF ist ein Scan ohne Text. Zum Lesen fehlt auf dem Server das Programm ${program} mit deutschen Sprachdaten. ` +
        `Bitte an die Systemverwaltung wenden: ${howToInstall}.`,
      { cause: error },
    )
  const why = error.killed === true ? 'dauert zu lange' : 'misslingt'
  return new PaperError(
    'too_complex',
    `Die Texterkennung (${program}) einer Seite ${why}. Bitte mit 300 dpi in Graustufen neu einscannen und noch einmal hochladen.`,
    { cause: error },
  )
}
