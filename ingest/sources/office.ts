import { today, type Day } from '../../src/law/day.ts'
import { detectFormat } from '../parse/paper/detect-format.ts'
import { PaperError } from '../parse/paper/paper-error.ts'
import { readPaper } from '../parse/paper/read-paper.ts'
import { isMail, unfoldMail } from '../parse/paper/unfold-mail.ts'
import { officeFiles, type OfficeFile, type OfficeFiles } from './office-files.ts'
import { attachmentSlug, paperSlug } from './paper-slug.ts'
import { scanUpload } from './scan-upload.ts'
import type { Fetched, IgnoredFile, Source, SourceItem } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

export interface OfficeSettings {
  /** Day from which the papers' texts count as seen; null: today. */
  asOf: Day | null
  /** The virus scanner, or null. */
  scanCommand: readonly string[] | null
  /** Where papers hold that do not say where. */
  territory: string
}

/**
 * The office's own papers in a folder, a zip or one file. Each file is an item; a mail's attachments are items of their
 * own behind it, whose keys name the mail. Files are checked by the virus scanner before they are read.
 * @throws UnusableSourceError where there is nothing, or nothing that is read
 */
export async function officeSource(path: string, settings: OfficeSettings): Promise<Source> {
  const found = await officeFiles(path)
  if (found.files.length === 0) {
    found.close()
    const example = found.ignored[0]
    throw new UnusableSourceError(
      path,
      `In ${path} liegt kein Schriftstück, das gelesen wird.${example === undefined ? '' : ` Übergangen: ${example.name} – ${example.reason}`}`,
    )
  }
  return {
    name: `Schriftstücke ${path}`,
    publisher: 'office',
    territory: settings.territory,
    asksPublisher: false,
    // Attachments of mails come on top.
    count: found.files.some(({ path: name }) => /\.(?:eml|msg)$/i.test(name)) ? null : found.files.length,
    ignored: found.ignored,
    items: () => items(found, settings),
  }
}

async function* items(found: OfficeFiles, settings: OfficeSettings): AsyncGenerator<SourceItem> {
  const taken = new Map<string, string>()
  try {
    for (const file of found.files) {
      const slug = paperSlug(file.path)
      const other = taken.get(slug)
      if (other !== undefined) {
        found.ignored.push({
          name: file.path,
          reason: `Hieße in der Sammlung genauso wie ${other}. Bitte eine der Dateien umbenennen.`,
        })
        continue
      }
      taken.set(slug, file.path)
      // Read when asked for, and not kept: a run lists all papers before it reads the first.
      const item = itemOf(slug, file.path, () => fetchFile(file, settings), settings)
      yield item
      if (await isMailFile(file)) yield* attachments(item, file.path, settings, found.ignored)
    }
  } finally {
    found.close()
  }
}

function itemOf(slug: string, origin: string, fetch: () => Promise<Fetched>, { asOf }: OfficeSettings): SourceItem {
  return { slug, day: asOf ?? today(), origin, fetch }
}

async function isMailFile({ path, read }: OfficeFile): Promise<boolean> {
  const file = await read()
  return file.kind === 'bytes' && (await isMail(file.bytes, path))
}

async function fetchFile(file: OfficeFile, { scanCommand }: OfficeSettings): Promise<Fetched> {
  const scan = await scanUpload(file.onDisk, scanCommand)
  if (scan.kind === 'refused') return { kind: 'failed', reason: scan.reason }
  const read = await file.read()
  return read.kind === 'failed' ? read : { kind: 'bytes', bytes: read.bytes, fetchedOn: today(), validators: null }
}

/** What came with a mail. A file that is no mail, or cannot be read, has nothing; its own item says why. */
async function* attachments(
  mail: SourceItem,
  name: string,
  settings: OfficeSettings,
  ignored: IgnoredFile[],
): AsyncGenerator<SourceItem> {
  const file = await mail.fetch(null)
  if (file.kind !== 'bytes') return
  const paper = await readPaper(file.bytes, name).catch(orNull)
  if (paper === null) return
  const unfolded = await unfoldMail(paper, name)
  for (const note of unfolded.notes) ignored.push({ name, reason: note })
  for (const [i, attachment] of unfolded.attachments.entries()) {
    const origin = [...attachment.within, attachment.name].join(' › ')
    const format = await detectFormat(attachment.bytes, attachment.name).catch(orReason)
    if (typeof format === 'string') ignored.push({ name: origin, reason: format })
    else {
      const fetched: Fetched = { kind: 'bytes', bytes: attachment.bytes, fetchedOn: today(), validators: null }
      const slug = attachmentSlug(mail.slug, i + 1, attachment.name)
      yield itemOf(slug, origin, () => Promise.resolve(fetched), settings)
    }
  }
}

function orNull(error: unknown): null {
  if (error instanceof PaperError) return null
  throw error
}

function orReason(error: unknown): string {
  if (error instanceof PaperError) return error.message
  throw error
}
