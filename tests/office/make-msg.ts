import { burn } from '@kenjiuno/msgreader/lib/Burner.js'

/** [MS-CFB] kinds of directory entries. */
const storage = 1
const stream = 2
const root = 5

interface Entry {
  name: string
  type: number
  children?: number[]
  binaryProvider?: () => Uint8Array
  length: number
}

/** An invented Outlook message ([MS-OXMSG]) with a subject, a sender, a text and attachments. */
export function makeMsg(mail: {
  subject: string
  from: string
  text: string
  files?: { name: string; bytes: Uint8Array }[]
}): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: root, children: [], length: 0 }]
  const add = (parent: number, name: string, bytes: Uint8Array | null): number => {
    const index = entries.length
    entries.push(
      bytes === null
        ? { name, type: storage, children: [], length: 0 }
        : { name, type: stream, binaryProvider: () => Uint8Array.from(bytes), length: bytes.length },
    )
    entries[parent]?.children?.push(index)
    return index
  }
  const words = (text: string) => Buffer.from(text, 'utf16le')
  add(0, '__properties_version1.0', new Uint8Array(32))
  add(0, '__substg1.0_001A001F', words('IPM.Note'))
  add(0, '__substg1.0_0037001F', words(mail.subject))
  add(0, '__substg1.0_0C1A001F', words(mail.from))
  add(0, '__substg1.0_1000001F', words(mail.text))
  for (const [i, { name, bytes }] of (mail.files ?? []).entries()) {
    const attachment = add(0, `__attach_version1.0_#${String(i).padStart(8, '0')}`, null)
    add(attachment, '__properties_version1.0', new Uint8Array(8))
    add(attachment, '__substg1.0_3707001F', words(name))
    add(attachment, '__substg1.0_37010102', bytes)
  }
  return burn(entries)
}
