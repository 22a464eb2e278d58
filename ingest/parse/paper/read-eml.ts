import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { dayAt, type Day } from '../../../src/law/day.ts'
import { mailBlocks } from './mail-blocks.ts'
import type { MailHeader, Paper, PaperAttachment } from './paper.ts'
import { damaged } from './paper-error.ts'

/** A mail (RFC 5322, MIME): its text, and what is attached, mails included, as files of their own. */
export async function readEml(bytes: Uint8Array): Promise<Paper> {
  const mail = await parse(bytes)
  const header: MailHeader = {
    from: mail.from === undefined ? null : nameOf(mail.from),
    to: (mail.to ?? []).map(nameOf),
    subject: mail.subject?.trim() || null,
    sentOn: dayOf(mail.date),
  }
  const { blocks, notes } = mailBlocks(header, mail.html ?? null, mail.text ?? null)
  const attachments = mail.attachments.filter((one) => !isPictureInText(one)).map(asFile)
  return { blocks, pages: null, attachments, notes, meta: { format: 'eml', mail: header } }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' })
  } catch (cause) {
    throw damaged('E-Mail', cause)
  }
}

/** Logos of signatures and the like. */
function isPictureInText({ mimeType, related, disposition }: Attachment): boolean {
  return mimeType.startsWith('image/') && (related === true || disposition === 'inline')
}

function asFile({ filename, mimeType, content }: Attachment, i: number): PaperAttachment {
  const isMail = mimeType === 'message/rfc822'
  const name = filename ?? (isMail ? `Nachricht ${i + 1}.eml` : `Anlage ${i + 1}`)
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)
  return { name, bytes }
}

function nameOf(address: Address): string {
  return [address.name, address.address === undefined ? '' : `<${address.address}>`].filter(Boolean).join(' ')
}

function dayOf(date: string | undefined): Day | null {
  const moment = new Date(date ?? '')
  return Number.isNaN(moment.getTime()) ? null : dayAt(moment)
}
