import { openZip, type ZipEntry } from '../../sources/zip.ts'
import { damaged, PaperError } from './paper-error.ts'
import { officeZipLimits } from './paper-limits.ts'

/** The parts of a zip-based office file (DOCX, ODT), unpacked one by one under limits. */
export interface OfficeFile {
  has(name: string): boolean
  names: string[]
  /** @throws PaperError where the part is missing, damaged, encrypted, or a zip bomb */
  read(name: string): Promise<Uint8Array>
  close(): void
}

/** `what` names the format in messages. @throws PaperError for a zip that is damaged or absurdly large */
export async function openOfficeFile(bytes: Uint8Array, what: string): Promise<OfficeFile> {
  const zip = await openZip(bytes, officeZipLimits)
  if (zip.kind === 'failed') throw new PaperError('damaged', zip.reason)
  const entries = new Map<string, ZipEntry>(zip.entries.map((entry) => [entry.name, entry]))
  let unpacked = 0
  return {
    has: (name) => entries.has(name),
    names: [...entries.keys()],
    close: () => zip.close(),
    async read(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw damaged(what)
      const read = await entry.read()
      if (read.kind === 'failed') throw new PaperError('too_complex', `${what}: ${read.reason}`)
      unpacked += read.bytes.byteLength
      if (unpacked > officeZipLimits.totalBytes)
        throw new PaperError('too_complex', `${what}: Ausgepackt ist die Datei zu groß. Bitte als PDF speichern.`)
      return read.bytes
    },
  }
}
