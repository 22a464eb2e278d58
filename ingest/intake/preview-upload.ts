import { reasonOf, type RelationProblem } from '../../src/law/decrees-to-check.ts'
import { today, type Day } from '../../src/law/day.ts'
import type { RelationVerdict } from '../../src/law/correction.ts'
import type { PreviewedRelation, Upload, UploadPreview } from '../../src/law/intake.ts'
import type { Norm } from '../../src/law/document-text.ts'
import { pageAt } from '../../src/law/page-mark.ts'
import type { Relation } from '../../src/law/particulars.ts'
import type { Queries } from '../../src/store/database.ts'
import { findAlike } from '../../src/store/find-alike.ts'
import { findMeantDocuments, type MeantDocument } from '../../src/store/find-meant-documents.ts'
import { findNormContents } from '../../src/store/find-norm-contents.ts'
import type { UploadContent } from '../../src/store/uploads.ts'
import { cutPaper } from '../passages/cut-paper.ts'
import { wordDifference } from '../word-difference.ts'
import { relationsOf, verdictOn } from './judged-field.ts'
import { draftVersion } from './draft-version.ts'

/** What an upload would be as a document, what reads like it, and what it would do to others. Nothing is written. */
export async function previewUpload(queries: Queries, upload: Upload, content: UploadContent): Promise<UploadPreview> {
  const { fields, text, prepared } = draftVersion(upload, content, content.corrected)
  const { document, norms } = text
  const { day } = prepared.observation
  const { verdicts = [] } = content.corrected
  const rejected = verdicts.filter(({ verdict }) => verdict === 'rejected')
  const replaced = typeof fields.replaces.value === 'string' ? fields.replaces.value : null
  return {
    upload,
    fields,
    abbreviation: document.abbreviation,
    validFrom: day,
    sections: norms.map(sectionOf),
    nearDuplicates: prepared.signature ? await findAlike(queries, prepared.signature, document.id) : [],
    relations: await meaningOf(queries, document.particulars?.relations ?? [], verdicts, { ...document, day }),
    possibleRelations: await meaningOf(queries, [...relationsOf(fields.relations.suggestion), ...rejected], verdicts, {
      ...document,
      day,
    }),
    difference: replaced === null ? null : await differenceTo(queries, replaced, norms),
  }
}

function sectionOf(norm: Norm): UploadPreview['sections'][number] {
  const pages = norm.pages ?? []
  return {
    key: norm.key,
    heading: norm.heading,
    page: pageAt(pages, 0),
    passages: cutPaper(norm).map(({ start, end, paragraph }) => ({
      text: norm.text.slice(start, end),
      paragraph,
      page: pageAt(pages, start),
    })),
  }
}

interface Own {
  id: string
  territory: string
  day: Day
}

async function meaningOf(
  queries: Queries,
  relations: Relation[],
  verdicts: RelationVerdict[],
  own: Own,
): Promise<PreviewedRelation[]> {
  const found = await findMeantDocuments(queries, relations, { documentId: own.id, territory: own.territory })
  return relations.map((relation, place) => {
    const meant = found.filter(({ ordinal }) => ordinal === place)
    const problem = relation.kind === 'implements' ? null : problemOf(relation, meant, own)
    return {
      ...relation,
      meant: meant.map(({ documentId, abbreviation }) => ({ documentId, abbreviation })),
      problem,
      message: problem && reasonOf(problem),
      verdict: verdictOn(relation, verdicts)?.verdict ?? null,
    }
  })
}

/** As the store will decide it (migration 0012, known_relations). */
function problemOf(relation: Relation, meant: MeantDocument[], own: Own): RelationProblem | null {
  const [one] = meant
  if (meant.length > 1) return 'ambiguous'
  if (one === undefined) {
    const isNamed = relation.documentId !== null || (relation.fileNumber !== null && relation.issuedOn !== null)
    return isNamed ? 'unknown' : 'incomplete'
  }
  if (!one.territory.startsWith(own.territory)) return 'other_territory'
  return own.day <= one.firstDay ? 'not_younger' : null
}

async function differenceTo(
  queries: Queries,
  documentId: string,
  norms: Norm[],
): Promise<NonNullable<UploadPreview['difference']>> {
  const before = new Map((await findNormContents(queries, documentId, today())).map((norm) => [norm.key, norm.text]))
  const differences = norms.map(({ key, text }) => {
    const old = before.get(key)
    before.delete(key)
    return { section: key, places: old === undefined ? ['neu'] : wordDifference(old, text) }
  })
  const gone = [...before.keys()].map((section) => ({ section, places: ['entfallen'] }))
  return [...differences, ...gone].filter(({ places }) => places.length > 0)
}
