import type { Correction, HeaderField } from '../../src/law/correction.ts'
import { headerFields } from '../../src/law/correction.ts'
import type { RecognisedField } from '../../src/law/intake.ts'
import { laender } from '../../src/law/territory.ts'
import type { RecognisedHeader } from '../parse/recognise-header.ts'

/** Every field of a header with what will be published, how sure it is and where it comes from. */
export type HeaderFields = Record<HeaderField, RecognisedField>

/** What a paper's text says of itself besides its header. */
export interface PaperFacts {
  /** Its heading; null where it has none. */
  title: string | null
  fileName: string
  /** Where it applies if its header does not say so: where the office is. */
  territory: string
}

/** What staff said goes before what was recognised; what is of low certainty is only suggested. */
export function headerFieldsOf(recognised: RecognisedHeader, corrected: Correction, facts: PaperFacts): HeaderFields {
  const derived = { ...derivedFields(recognised, facts) }
  const fields = headerFields.map((name): [HeaderField, RecognisedField] => {
    const found = derived[name] ?? recognisedField(recognised, name)
    const said = corrected[name]
    return [name, said === undefined ? found : { ...found, value: said, certainty: 'staff' }]
  })
  return Object.fromEntries(fields) as HeaderFields
}

function recognisedField(recognised: RecognisedHeader, name: HeaderField): RecognisedField {
  const { particulars, suggested, certainty, evidence } = recognised
  const field = name as keyof typeof certainty
  const value = particulars[field]
  return {
    value: value === undefined ? null : value,
    certainty: certainty[field] ?? 'none',
    suggestion: suggested[field] ?? null,
    words: evidence[field]?.text.slice(0, 300) ?? null,
  }
}

/** What no line says in so many words. */
function derivedFields(
  recognised: RecognisedHeader,
  { title, fileName, territory }: PaperFacts,
): Partial<HeaderFields> {
  const { issuer, kindName, norms } = recognised.particulars
  const plain = { suggestion: null, words: null }
  return {
    title: titleField(recognised, title, fileName),
    kind: { ...plain, value: kindOf(kindName, issuer), certainty: kindName === null ? 'low' : 'medium' },
    territory: territoryOf(issuer) ?? { ...plain, value: territory, certainty: 'low' },
    norms: { ...plain, value: norms, certainty: 'none' },
    inForceFrom: { ...plain, value: null, certainty: 'none' },
    replaces: { ...plain, value: null, certainty: 'none' },
  }
}

/** Its heading, else its subject; a file's name only until somebody says better. */
function titleField(recognised: RecognisedHeader, title: string | null, fileName: string): RecognisedField {
  const { subject } = recognised.particulars
  if (title !== null) return { value: title, certainty: 'medium', suggestion: null, words: title }
  if (subject !== null) return { value: subject, certainty: 'medium', suggestion: null, words: subject }
  return { value: fileName, certainty: 'low', suggestion: null, words: null }
}

const rulings = /urteil|beschluss|gerichtsbescheid/i
const decrees =
  /erlass|erlaß|rundschreiben|verwaltungsvorschrift|weisung|anordnung|richtlinie|hinweise|verfügung|rundverfügung/i

function kindOf(kindName: string | null, issuer: string | null): 'decree' | 'ruling' | 'paper' {
  if (kindName !== null && rulings.test(kindName) && /gericht/i.test(issuer ?? 'gericht')) return 'ruling'
  return kindName !== null && decrees.test(kindName) ? 'decree' : 'paper'
}

/** Of a ministry of the Federation or of a Land, by its name. */
function territoryOf(issuer: string | null): RecognisedField | null {
  if (issuer === null) return null
  const named = laender.filter(
    ({ name, code }) => issuer.includes(name) || (code === 'DE-NW' && /\bNRW\b/.test(issuer)),
  )
  const land = named.toSorted((a, b) => b.name.length - a.name.length)[0]
  if (land === undefined && !/^bundes|\bbundes(?:ministeri|amt)|deutschland/i.test(issuer)) return null
  return { value: land?.code ?? 'DE', certainty: 'medium', suggestion: null, words: issuer }
}
