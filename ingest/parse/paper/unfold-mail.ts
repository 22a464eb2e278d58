import { detectFormat } from './detect-format.ts'
import type { Paper } from './paper.ts'
import { PaperError } from './paper-error.ts'
import { paperLimits } from './paper-limits.ts'
import { readPaper } from './read-paper.ts'

/** A file that came with a mail, or with a mail inside it. */
interface UnfoldedAttachment {
  name: string
  bytes: Uint8Array
  /** Names of the mails around it, outermost first. */
  within: string[]
}

export interface UnfoldedMail {
  attachments: UnfoldedAttachment[]
  /** What was not opened, and why; German. */
  notes: string[]
}

/**
 * All files that came with a mail, level by level: the files attached to a mail that was itself attached follow it.
 * Mails nested deeper than the limit are kept as files but not opened.
 */
export async function unfoldMail(paper: Paper, name: string): Promise<UnfoldedMail> {
  const unfolded: UnfoldedMail = { attachments: [], notes: [] }
  await unfold(paper, [name], unfolded)
  return unfolded
}

async function unfold(paper: Paper, within: string[], unfolded: UnfoldedMail): Promise<void> {
  for (const { name, bytes } of paper.attachments) {
    if (unfolded.attachments.length >= paperLimits.attachments) {
      unfolded.notes.push(
        `Mehr als ${paperLimits.attachments} Anlagen; die weiteren wurden nicht gelesen. Bitte einzeln hochladen.`,
      )
      return
    }
    unfolded.attachments.push({ name, bytes, within })
    if (!(await isMail(bytes, name))) continue
    if (within.length >= paperLimits.mailDepth) unfolded.notes.push(tooDeep(name))
    else await unfoldInner(name, bytes, within, unfolded)
  }
}

async function unfoldInner(name: string, bytes: Uint8Array, within: string[], unfolded: UnfoldedMail): Promise<void> {
  try {
    const inner = await readPaper(bytes, name)
    await unfold(inner, [...within, name], unfolded)
  } catch (error) {
    if (!(error instanceof PaperError)) throw error
    unfolded.notes.push(`${name}: ${error.message}`)
  }
}

/** False for what cannot be read at all as well. */
export async function isMail(bytes: Uint8Array, name: string): Promise<boolean> {
  try {
    const { format } = await detectFormat(bytes, name)
    return format === 'eml' || format === 'msg'
  } catch (error) {
    if (error instanceof PaperError) return false
    throw error
  }
}

function tooDeep(name: string): string {
  return `„${name}“ steckt in mehr als ${paperLimits.mailDepth} Mails ineinander; ihre Anlagen wurden nicht gelesen. Bitte die innere Mail einzeln hochladen.`
}
