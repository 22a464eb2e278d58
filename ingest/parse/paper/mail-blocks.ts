import { germanDay } from '../../../src/law/day.ts'
import { htmlBlocks } from './html-blocks.ts'
import { numberBlocks } from './number-blocks.ts'
import { plainBlock, type Block, type MailHeader } from './paper.ts'
import { textBlocks } from './read-text.ts'

/** A mail as blocks: its subject as heading, who wrote whom and when, then its text; HTML where there is any. */
export function mailBlocks(
  header: MailHeader,
  html: string | null,
  text: string | null,
): { blocks: Block[]; notes: string[] } {
  const page = html === null || html.trim() === '' ? null : htmlBlocks(html)
  const body = page === null || page.blocks.length === 0 ? textBlocks(unquoted(text ?? '')) : page.blocks
  const notes: string[] = []
  if (page !== null && page.remote > 0)
    notes.push(`${page.remote} Bilder oder eingebettete Inhalte aus dem Netz wurden nicht geladen.`)
  const head = [
    header.from === null ? null : `Von: ${header.from}`,
    header.to.length === 0 ? null : `An: ${header.to.join('; ')}`,
    header.sentOn === null ? null : `Gesendet: ${germanDay(header.sentOn)}`,
  ].filter((line) => line !== null)
  const subject = header.subject === null ? [] : [plainBlock('heading', header.subject, 1)]
  return { blocks: [...subject, ...head.map((line) => plainBlock('paragraph', line)), ...numberBlocks(body)], notes }
}

/** Mail programs set `> ` before each line of what they answer or forward. */
function unquoted(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/^(?:> ?)+/gm, '')
}
