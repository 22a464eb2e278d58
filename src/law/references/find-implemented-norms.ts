import type { DocumentText, Norm } from '../document-text.ts'
import type { ImplementedNorm } from '../implemented-norm.ts'
import type { Reference } from '../reference.ts'
import { findReferences } from './find-references.ts'
import { readLawShape } from './law-shape.ts'

/** Lines that say what a paper is about, and headings such as `Zu § 5 Abs. 1`. */
const subjectLine = /^(?:(?:Bezug|Betreff|Betr\.|Hier|hier)\s*:|Zu (?:§|Art)).*$/gmu
const wordStart = /(?<![\p{L}\p{N}-])\p{Lu}/gu
/** `AufenthG`, `FreizügG/EU`, `Aufenthaltsgesetzes`; a ministry's capitals are no law. */
const lawName = /\p{Ll}.*(?:G|V|VO|GB|O|K)(?:\/EU)?$|(?:gesetz|verordnung|gesetzbuch)(?:e?s|en)?(?:\/EU)?$/u

/**
 * The norms that a decree or paper says it carries out, each once: by its header (`implements`, Normenkette, subject, title)
 * as a whole, by the headings of its sections and their lines `Zu § 5` and `Bezug:` each section. What its sentences merely
 * cite is not carried out. None for other kinds of work.
 */
export function findImplementedNorms({ document, norms }: DocumentText): ImplementedNorm[] {
  if (document.kind !== 'decree' && document.kind !== 'paper') return []
  const { particulars } = document
  const relations = particulars?.relations.filter(({ kind }) => kind === 'implements').map(({ text }) => text) ?? []
  const header = [...relations, ...(particulars?.norms ?? []), particulars?.subject ?? '', document.title].join('\n')
  const subject = lawsNamedIn(header)
  const found = [
    ...findReferences(header).flatMap((reference) => implemented(reference, null, subject)),
    ...norms.flatMap((norm) =>
      findReferences(headingsOf(norm)).flatMap((reference) => implemented(reference, norm.key, subject)),
    ),
  ]
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}

function implemented(
  { kind, norm, law, to, following }: Reference,
  section: string | null,
  subject: string[],
): ImplementedNorm[] {
  if (kind !== 'norm' || norm === null || !/^(?:§|Art)/.test(norm)) return []
  const laws = law === null ? subject : [law]
  if (laws.length === 0) return []
  return [
    { section, laws, norm, ...(to === undefined ? {} : { to }), ...(following === undefined ? {} : { following }) },
  ]
}

function headingsOf({ heading, outline, text }: Norm): string {
  const above = outline.flatMap(({ label, title }) => [label, title ?? ''])
  return [heading ?? '', ...above, ...(text.match(subjectLine) ?? [])].join('\n')
}

/** Laws named with or without a §, by the shape of their names: which of them are stored is not known here. */
function lawsNamedIn(text: string): string[] {
  const named: string[] = []
  for (const { index } of text.matchAll(wordStart)) {
    const span = readLawShape(text, index)
    const name = span && text.slice(span.start, span.end).replace(/^(?:AVwV|AVV|VwV|VV)[- ]/, '')
    if (name && lawName.test(name) && !/VwV/.test(name)) named.push(name)
  }
  return [...new Set(named)]
}
