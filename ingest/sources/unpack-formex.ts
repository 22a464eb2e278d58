import { unpackLimits } from './limits.ts'
import { openZip, type ZipBytes, type ZipEntry } from './zip.ts'

const formexLimits = { ...unpackLimits, entries: 5000, totalBytes: 512 * 1024 * 1024 }

/**
 * The files of an act in the publisher's zip (act, annexes) as one XML file with the root `FORMEX.FILES`, in the order its
 * list (`<DOC>` with `<REF.PHYS FILE>`) gives, that list first; without one by name. What is no zip stays as it is: a page
 * or a single file. What is wrong comes in German.
 */
export async function unpackFormex(bytes: Uint8Array): Promise<ZipBytes> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { kind: 'bytes', bytes }
  const zip = await openZip(bytes, formexLimits)
  if (zip.kind === 'failed') return zip
  try {
    const files = await readAll(zip.entries.filter(({ name }) => /\.xml$/i.test(name)))
    if (typeof files === 'string') return { kind: 'failed', reason: files }
    const members = inOrder(files)
    if (members.length === 0)
      return { kind: 'failed', reason: 'In der Zip-Datei des Herausgebers liegt kein Text im Formex-Format.' }
    return { kind: 'bytes', bytes: Buffer.from(`<FORMEX.FILES>\n${members.join('\n')}\n</FORMEX.FILES>`) }
  } finally {
    zip.close()
  }
}

interface Member {
  name: string
  xml: string
}

async function readAll(entries: ZipEntry[]): Promise<Member[] | string> {
  const members: Member[] = []
  for (const entry of entries) {
    const read = await entry.read()
    if (read.kind === 'failed') return read.reason
    members.push({ name: entry.name.split('/').at(-1) ?? '', xml: bare(new TextDecoder().decode(read.bytes)) })
  }
  return members
}

/** Without what may only stand at the top of a file. A DTD that a file brings along is left, to be refused. */
function bare(xml: string): string {
  return xml
    .replace(/^\uFEFF/, '')
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(/<!DOCTYPE[^[>]*>/, '')
}

function inOrder(members: Member[]): string[] {
  const list = members.find(({ xml }) => rootOf(xml) === 'DOC')
  const named = [...(list?.xml ?? '').matchAll(/<REF\.PHYS\b[^>]*\bFILE="([^"]+)"/g)].map(([, name]) => name)
  const chosen =
    list === undefined
      ? members.filter(({ xml }) => works.test(rootOf(xml))).toSorted((a, b) => (a.name < b.name ? -1 : 1))
      : named.flatMap((name) => members.filter((member) => member.name === name))
  return chosen.length === 0 ? [] : [...(list === undefined ? [] : [list.xml]), ...chosen.map(({ xml }) => xml)]
}

const works = /^(?:ACT|CONS\.ACT|ANNEX|JUDGMENT|ORDER|OPINION)$/

function rootOf(xml: string): string {
  return /<([A-Z][A-Z.]*)[\s>/]/.exec(xml)?.[1] ?? ''
}
