import { decodeText } from './decode-text.ts'
import { htmlBlocks } from './html-blocks.ts'
import { numberBlocks } from './number-blocks.ts'
import type { Paper } from './paper.ts'

/** A saved page. Its script is not run, its pictures and frames are not fetched. */
export function readHtml(bytes: Uint8Array): Paper {
  const { text, encoding, guessed } = decodeText(bytes, declaredEncoding(bytes))
  const { blocks, remote, scripts } = htmlBlocks(text)
  const notes = []
  if (guessed) notes.push(`Die Seite nennt keine Kodierung; sie wurde als ${encoding} gelesen.`)
  if (scripts > 0) notes.push('Programmteile der Seite (Skripte) wurden entfernt und nicht ausgeführt.')
  if (remote > 0) notes.push(`${remote} Bilder oder eingebettete Inhalte aus dem Netz wurden nicht geladen.`)
  return { blocks: numberBlocks(blocks), pages: null, attachments: [], notes, meta: { format: 'html', mail: null } }
}

/** `<meta charset>` or its older form, within the first kilobytes as browsers look for it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    null
  )
}
