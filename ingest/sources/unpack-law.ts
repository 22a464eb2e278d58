import { unpackLimits } from './limits.ts'
import { openZip, type ZipBytes } from './zip.ts'

/** A law has one XML file and at most some hundred pictures. */
const lawLimits = { ...unpackLimits, entries: 5000, totalBytes: 512 * 1024 * 1024 }

/**
 * The one XML file of the publisher's `xml.zip`; pictures beside it are left packed. What is wrong comes in German, with
 * `what` should have been there.
 */
export async function unpackLaw(bytes: Uint8Array, what = 'des Gesetzes'): Promise<ZipBytes> {
  if (bytes.byteLength === 0)
    return failed('Der Herausgeber hat eine leere Datei geschickt. Bitte später erneut einlesen.')
  if (looksLikePage(bytes))
    return failed(
      `Der Herausgeber hat statt ${what} eine Webseite geschickt (Wartung, oder ein Filter im Haus). ` +
        'Bitte die Adresse im Browser öffnen und später erneut einlesen.',
    )
  const zip = await openZip(bytes, lawLimits)
  if (zip.kind === 'failed') return zip
  try {
    const laws = zip.entries.filter((entry) => entry.name.toLowerCase().endsWith('.xml'))
    const [law] = laws
    if (law === undefined)
      return failed(
        zip.entries.length === 0
          ? 'Die Zip-Datei des Herausgebers ist leer. Bitte später erneut einlesen.'
          : 'In der Zip-Datei des Herausgebers liegt kein XML. Bitte später erneut einlesen.',
      )
    if (laws.length > 1) return failed(`In der Zip-Datei liegen ${laws.length} XML-Dateien; erwartet ist genau eine.`)
    return await law.read()
  } finally {
    zip.close()
  }
}

function looksLikePage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase()
  return head.startsWith('<!doctype html') || head.startsWith('<html')
}

function failed(reason: string): ZipBytes {
  return { kind: 'failed', reason }
}
