import { execFile } from 'node:child_process'

/** What the virus scanner said of a file. `reason` is German and for the person who handed the file in. */
export type ScanVerdict = { kind: 'clean' } | { kind: 'refused'; reason: string }

const timeoutMs = 120_000
const wordsMax = 300

/**
 * Asks the house's virus scanner, a program with its arguments (`clamdscan --fdpass --no-summary`), about a file on
 * disk, before anything reads it. It says no with exit code 1; whatever else it does, the file counts as not checked
 * and is refused as well. Without a scanner (null) every file is clean.
 */
export async function scanUpload(path: string, command: readonly string[] | null): Promise<ScanVerdict> {
  const [program, ...words] = command ?? []
  if (program === undefined) return { kind: 'clean' }
  return new Promise((resolve) => {
    execFile(program, [...words, path], { timeout: timeoutMs, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: 'clean' })
      else
        resolve({ kind: 'refused', reason: error.code === 1 ? found(`${stdout}\n${stderr}`, path) : notChecked(error) })
    })
  })
}

/** Scanners repeat the path, which says nothing to the person and where files lie to everybody. */
function found(words: string, path: string): string {
  const plain = words.replaceAll(`${path}:`, ' ').replaceAll(path, ' ')
  const said = plain.replaceAll(/\s+/g, ' ').trim().slice(0, wordsMax)
  return `Der Virenscanner hat die Datei abgelehnt${said === '' ? '' : `: ${said}`}. Sie wurde nicht gelesen. Bitte an die IT-Sicherheit wenden.`
}

function notChecked({ code, killed }: { code?: unknown; killed?: boolean | undefined }): string {
  const why = killed === true ? `er antwortete nicht binnen ${timeoutMs / 1000} Sekunden` : `Ergebnis ${String(code)}`
  return `Die Datei konnte nicht auf Viren geprüft werden (${why}) und wurde deshalb nicht gelesen. Bitte später wiederholen oder die Systemverwaltung fragen (FUNDSTELLE_SCAN_COMMAND).`
}
