import { toAnswerJson } from '../law/answer-json.ts'
import type { Answer } from '../law/answer.ts'
import { buildVermerk, closing } from './build-vermerk.ts'
import { writeDocx } from './write-docx.ts'
import { writeMarkdown } from './write-markdown.ts'

export const vermerkFormats = ['md', 'docx', 'json'] as const
export type VermerkFormat = (typeof vermerkFormats)[number]

export const mediaTypes: Record<VermerkFormat, string> = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
}

/** A file as it is handed out; `name` says which day's law and which answer it is. */
export interface VermerkFile {
  name: string
  mediaType: string
  content: Uint8Array
}

/**
 * An answer as a file for the record. JSON is the whole answer as `GET /v1/answers/{id}` gives it, with the addresses of the
 * stored texts. `origin` is the address of the service; null in the terminal.
 */
export async function writeVermerk(answer: Answer, format: VermerkFormat, origin: string | null): Promise<VermerkFile> {
  const name = `vermerk-${answer.asOf}-${answer.id.slice(0, 8)}.${format}`
  return { name, mediaType: mediaTypes[format], content: await contentOf(answer, format, origin) }
}

async function contentOf(answer: Answer, format: VermerkFormat, origin: string | null): Promise<Uint8Array> {
  const vermerk = buildVermerk(answer, origin)
  if (format === 'docx') return writeDocx(vermerk)
  if (format === 'md') return Buffer.from(writeMarkdown(vermerk))
  const stored = vermerk.citations.map(({ number, stored: { target } }) => ({ number, text: target }))
  return Buffer.from(`${JSON.stringify({ answer: toAnswerJson(answer), stored, decision: closing }, null, 2)}\n`)
}
