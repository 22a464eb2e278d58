import { marked } from 'marked'
import { decodeText } from './decode-text.ts'
import { htmlBlocks } from './html-blocks.ts'
import { numberBlocks } from './number-blocks.ts'
import type { Block, Paper } from './paper.ts'

/** A Markdown text (GitHub's dialect), with its footnotes apart (`[^1]: …`). */
export function readMarkdown(bytes: Uint8Array): Paper {
  const { text, encoding, guessed } = decodeText(bytes)
  const html = marked.parse(withoutFrontMatter(text), { async: false, gfm: true })
  const blocks = htmlBlocks(html).blocks.map(asFootnote)
  const notes = guessed ? [`Die Datei ist nicht in UTF-8; sie wurde als ${encoding} gelesen.`] : []
  return { blocks: numberBlocks(blocks), pages: null, attachments: [], notes, meta: { format: 'markdown', mail: null } }
}

/** The YAML head that some tools write is about the file, not of the text. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?---\r?\n[\s\S]{0,8000}?\n---\r?\n/, '')
}

function asFootnote(block: Block): Block {
  const found = /^\[\^([^\]]+)\]:\s*/.exec(block.text)
  return found === null
    ? block
    : { ...block, kind: 'footnote', number: found[1] ?? null, text: block.text.slice(found[0].length) }
}
