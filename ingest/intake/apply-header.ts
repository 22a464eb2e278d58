import type { Correction } from '../../src/law/correction.ts'
import { germanDay } from '../../src/law/day.ts'
import type { DocumentText } from '../../src/law/document-text.ts'
import type { Document } from '../../src/law/document.ts'
import type { Particulars, Relation } from '../../src/law/particulars.ts'
import type { HeaderFields } from './header-fields.ts'

/** A paper's text with the header that will be published: what it is, where and from when it applies, how it is cited. */
export function applyHeader(text: DocumentText, fields: HeaderFields): DocumentText {
  const said = Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])) as Correction
  const particulars = particularsOf(said)
  const kind = said.kind ?? 'paper'
  const title = said.title ?? text.document.title
  const abbreviation = citedAs(kind, particulars) ?? title
  const { inForceFrom: _, ...rest } = text
  const day = said.inForceFrom ?? particulars.issuedOn
  return {
    ...rest,
    ...(day === null ? {} : { inForceFrom: day }),
    document: {
      ...text.document,
      kind,
      rank: rankOf(kind, particulars.kindName),
      territory: said.territory ?? text.document.territory,
      title,
      abbreviation,
      names: [
        ...new Set([abbreviation, title, ...particulars.fileNumbers, ...(particulars.ecli ? [particulars.ecli] : [])]),
      ],
      particulars,
    },
  }
}

function particularsOf(said: Correction): Particulars {
  return {
    issuer: said.issuer ?? null,
    kindName: said.kindName ?? null,
    fileNumbers: said.fileNumbers ?? [],
    issuedOn: said.issuedOn ?? null,
    ecli: said.ecli ?? null,
    addressees: said.addressees ?? [],
    subject: said.subject ?? null,
    validUntil: said.validUntil ?? null,
    norms: said.norms ?? [],
    relations: [...(said.relations ?? []), ...successor(said.replaces ?? null)],
  }
}

/** Somebody said whose place it takes. */
function successor(documentId: string | null): Relation[] {
  if (documentId === null) return []
  return [{ kind: 'replaces', text: `ersetzt ${documentId}`, fileNumber: null, issuedOn: null, documentId }]
}

function rankOf(kind: Document['kind'], kindName: string | null): Document['rank'] {
  if (kind === 'ruling') return 'ruling'
  if (kind !== 'decree') return 'notice'
  return /allgemeine verwaltungsvorschrift/i.test(kindName ?? '') ? 'administrative_regulation' : 'decree'
}

/** `BVerwG, Urteil vom 19.03.2013 – 1 C 12.12`; `Erlass MI vom 12.03.2024 – 26.01.01`. Null for what has too little of it. */
function citedAs(kind: Document['kind'], { issuer, kindName, issuedOn, fileNumbers }: Particulars): string | null {
  if (issuer === null || kindName === null || issuedOn === null || kind === 'paper') return null
  const who = kind === 'ruling' ? `${issuer}, ${kindName}` : `${kindName} ${issuer}`
  const number = fileNumbers[0] === undefined ? '' : ` – ${fileNumbers[0]}`
  return `${who} vom ${germanDay(issuedOn)}${number}`
}
