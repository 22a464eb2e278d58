import type { DocumentText } from '../../../src/law/document-text.ts'
import type { Document } from '../../../src/law/document.ts'
import type { Paper } from './paper.ts'
import { paperNorm } from './paper-norm.ts'
import { paperSections, type PaperSection } from './paper-sections.ts'

/** What the paper does not say of itself. */
export interface PaperOrigin {
  id: string
  url: string
  /** What it is called where it has no heading: its file's name. */
  fileName: string
  territory: string
}

/** A paper as the text of a document: a norm for each numbered section or heading. The same paper gives the same text. */
export function paperText(paper: Paper, origin: PaperOrigin): DocumentText {
  const title = titleOf(paper)
  const seen = new Map<string, number>()
  return {
    document: paperDocument(title, origin),
    status: paper.notes.map((comment) => ({ kind: 'Einlesen', comment })),
    footnotes: [],
    norms: paperSections(paper.blocks, title).map((section) => paperNorm(section, keyOf(section, seen))),
  }
}

/** A mail's subject, else the first heading near the beginning that stands before all numbers and has text below it. */
function titleOf({ blocks, meta }: Paper): string | null {
  if (meta.mail?.subject) return meta.mail.subject
  const numbered = blocks.findIndex((block) => block.kind === 'heading' && block.number !== null)
  const lastText = blocks.findLastIndex((block) => block.kind !== 'heading' && block.kind !== 'footnote')
  const head = blocks.slice(0, Math.max(0, Math.min(titleWithin, lastText, numbered < 0 ? titleWithin : numbered)))
  return head.find((block) => block.kind === 'heading' && block.text.length > 3)?.text ?? null
}

/** Blocks within which a title stands: a letter's head comes before it. */
const titleWithin = 12

/** A notice that is cited by its title, until its header is read (paper-document.ts). */
function paperDocument(title: string | null, { id, url, fileName, territory }: PaperOrigin): Document {
  const name = title ?? fileName
  return {
    id,
    kind: 'paper',
    rank: 'notice',
    territory,
    title: name,
    shortTitle: null,
    abbreviation: name,
    names: [...new Set([name, fileName])],
    enactedOn: null,
    url,
    invented: false,
  }
}

function keyOf({ name }: PaperSection, seen: Map<string, number>): string {
  const key = name ?? 'Anfang'
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return count === 1 ? key : `${key} (${count})`
}
