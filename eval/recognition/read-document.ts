import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import type { HeaderLabel } from './header-label.ts'
import { pdfText } from './pdf-text.ts'
import { visibleText } from './visible-text.ts'

/** The lines of a labelled document as a person sees them, empty ones left out; `corpus` is the folder of the corpus. */
export async function readDocument(label: HeaderLabel, corpus: string, archive: Map<string, Uint8Array>) {
  const bytes = archive.get(label.path) ?? readFileSync(join(corpus, label.path))
  const text = await textOf(label, bytes)
  return text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

async function textOf({ path, textField }: HeaderLabel, bytes: Uint8Array): Promise<string> {
  const extension = path.slice(path.lastIndexOf('.') + 1)
  if (extension === 'pdf') return pdfText(bytes)
  const text = new TextDecoder().decode(bytes)
  if (extension === 'md') return text.replaceAll(/^#+\s*|\*\*|\\(?=[.-])/gm, '')
  if (extension === 'json') return fieldsText(JSON.parse(text) as Record<string, unknown>, textField ?? 'text')
  return visibleText(asDocument(text, extension))
}

/** XML is read by the HTML parser as well, which would take the inside of its TITLE for plain text. */
function asDocument(text: string, extension: string) {
  const body =
    extension === 'xml'
      ? text.replace(/^[\s\S]*?(?=<[a-zA-Z])/, '').replaceAll(/<([\w.:-]+)([^<>]*)\/>/g, '<$1$2></$1>')
      : text
  if (extension !== 'xml') return parseHTML(text).document
  return parseHTML(`<html><body>${body.replaceAll(/(<\/?)TITLE(?=[\s>])/g, '$1HEADLINE')}</body></html>`).document
}

/** The text of some fields, `title, articles`; of lists and objects the strings in them, in their order. */
function fieldsText(record: Record<string, unknown>, fields: string): string {
  return fields
    .split(', ')
    .flatMap((field) => stringsIn(record[field]))
    .join('\n')
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
