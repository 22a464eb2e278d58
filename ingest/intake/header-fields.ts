import type { Correction, HeaderField } from '../../src/law/correction.ts'
import { headerFields } from '../../src/law/correction.ts'
import type { RecognisedField } from '../../src/law/intake.ts'
import type { RecognisedHeader } from '../parse/recognise-header.ts'
import { judgedField } from './judged-field.ts'
import { issuerTerritory, namedLand } from './issuer-territory.ts'

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
  const all = Object.fromEntries(fields) as HeaderFields
  return { ...all, relations: judgedField(all.relations, corrected.verdicts ?? []) }
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
    territory: territoryField(recognised, territory),
    norms: { ...plain, value: norms, certainty: 'none' },
    inForceFrom: startField(recognised),
    replaces: { ...plain, value: null, certainty: 'none' },
  }
}

function startField({ inForceFrom }: RecognisedHeader): RecognisedField {
  if (!inForceFrom) return { value: null, certainty: 'none', suggestion: null, words: null }
  const { value, certainty, words } = inForceFrom
  return { value, certainty, suggestion: null, words }
}

/**
 * What stands behind "Betreff", else its heading (a letter's first one is often that of its subject area), else what it
 * is about otherwise; a file's name only until somebody says better.
 */
function titleField(
  { particulars, certainty }: RecognisedHeader,
  title: string | null,
  fileName: string,
): RecognisedField {
  const { subject } = particulars
  if (subject !== null && certainty.subject === 'high')
    return { value: subject, certainty: 'medium', suggestion: null, words: subject }
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

/** As its issuer is called, else as those are whom it is for; else where the office is, which nobody said. */
function territoryField({ particulars, evidence }: RecognisedHeader, own: string): RecognisedField {
  const { issuer, addressees } = particulars
  const beside = evidence.issuer?.text ?? ''
  const byIssuer = issuer === null ? null : (issuerTerritory(issuer, own) ?? namedLand(beside))
  const byAddressees = byIssuer === null ? namedLand(addressees.join('\n')) : null
  const value = byIssuer ?? byAddressees
  if (value === null) return { value: own, certainty: 'low', suggestion: null, words: null }
  const words = byIssuer === null ? (evidence.addressees?.text.slice(0, 300) ?? null) : beside.slice(0, 300) || issuer
  return { value, certainty: 'medium', suggestion: null, words }
}
