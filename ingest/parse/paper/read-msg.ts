import MsgReaderModule, { type FieldsData } from '@kenjiuno/msgreader'
import { dayAt, type Day } from '../../../src/law/day.ts'
import { decodeText } from './decode-text.ts'
import { mailBlocks } from './mail-blocks.ts'
import type { MailHeader, Paper, PaperAttachment } from './paper.ts'
import { damaged } from './paper-error.ts'

// The package is CommonJS: Node hands over its exports as they are.
const MsgReader = MsgReaderModule.default

/** An Outlook message ([MS-OXMSG]); its attachments, mails inside included, as files of their own. */
export function readMsg(bytes: Uint8Array): Paper {
  const reader = open(bytes)
  const fields = reader.getFileData()
  if (fields.error !== undefined || fields.dataType === null) throw damaged('Outlook-Nachricht')
  const header = headerOf(fields)
  const html =
    fields.bodyHtml ?? (fields.html === undefined ? null : decodeText(fields.html, htmlEncoding(fields)).text)
  const { blocks, notes } = mailBlocks(header, html, fields.body ?? null)
  const attachments: PaperAttachment[] = []
  for (const [i, attachment] of (fields.attachments ?? []).entries()) {
    if (attachment.attachmentHidden === true) continue
    const { fileName, content } = reader.getAttachment(attachment)
    const inner = attachment.innerMsgContent === true
    attachments.push({ name: inner ? `${attachment.name ?? `Nachricht ${i + 1}`}.msg` : fileName, bytes: content })
  }
  return { blocks, pages: null, attachments, notes, meta: { format: 'msg', mail: header } }
}

function open(bytes: Uint8Array): InstanceType<typeof MsgReader> {
  try {
    const buffer = new ArrayBuffer(bytes.byteLength)
    new Uint8Array(buffer).set(bytes)
    return new MsgReader(buffer)
  } catch (cause) {
    throw damaged('Outlook-Nachricht', cause)
  }
}

function headerOf(fields: FieldsData): MailHeader {
  const address = fields.senderSmtpAddress ?? (fields.senderEmail?.includes('@') ? fields.senderEmail : undefined)
  return {
    from: [fields.senderName, address === undefined ? undefined : `<${address}>`].filter(Boolean).join(' ') || null,
    to: (fields.recipients ?? [])
      .filter((one) => one.recipType !== 'bcc')
      .map((one) => one.name ?? one.email ?? '')
      .filter(Boolean),
    subject: fields.subject?.trim() || null,
    sentOn: dayOf(fields.clientSubmitTime ?? fields.messageDeliveryTime),
  }
}

function htmlEncoding({ internetCodepage }: FieldsData): string | null {
  if (internetCodepage === undefined) return null
  return internetCodepage === 65_001 ? 'utf-8' : `windows-${internetCodepage}`
}

/** `Tue, 12 May 2020 14:45:17 GMT`. */
function dayOf(moment: string | undefined): Day | null {
  const sent = new Date(moment ?? '')
  return Number.isNaN(sent.getTime()) ? null : dayAt(sent)
}
