import { germanDay, isDay } from '../src/law/day.ts'
import type { Correction, HeaderField, RelationVerdict } from '../src/law/correction.ts'
import type {
  CorrectedPaper,
  FieldCertainty,
  IngestEvent,
  RecognisedField,
  Upload,
  UploadPreview,
} from '../src/law/intake.ts'

const stateNames: Record<Upload['state'], string> = {
  received: 'angekommen',
  scanned: 'auf Viren geprüft',
  reading: 'wird gelesen',
  draft: 'Entwurf',
  refused: 'nicht angenommen',
  unpacked: 'Archiv, ausgepackt',
  published: 'veröffentlicht',
  withdrawn: 'zurückgezogen',
}

const eventNames: Record<IngestEvent['kind'], string> = {
  uploaded: 'hochgeladen',
  corrected: 'Kopfdaten berichtigt',
  published: 'veröffentlicht',
  withdrawn: 'zurückgezogen',
  undone: 'rückgängig gemacht',
}

const certaintyNames: Record<FieldCertainty, string> = {
  staff: 'von der Redaktion',
  high: 'sicher',
  medium: 'wahrscheinlich',
  low: 'unsicher, bitte prüfen',
  none: 'nicht gefunden',
}

const fieldNames: Record<keyof Correction, string> = {
  title: 'Titel',
  kind: 'Art',
  territory: 'Gebiet',
  issuer: 'Behörde oder Gericht',
  kindName: 'Bezeichnung',
  fileNumbers: 'Aktenzeichen',
  issuedOn: 'Datum',
  inForceFrom: 'gilt ab',
  validUntil: 'gilt bis',
  ecli: 'ECLI',
  addressees: 'Adressaten',
  subject: 'Betreff',
  norms: 'Normen',
  relations: 'Wirkung auf andere',
  replaces: 'ersetzt',
  verdicts: 'Beurteilt',
}

/** One line, and why it was refused or what to know below it. */
export function printUpload({ id, fileName, state, reason, notes, documentId, isAhead }: Upload): string {
  const ahead = isAhead ? ', danach berichtigt und noch nicht neu veröffentlicht' : ''
  const known = documentId === null ? '' : ` als ${documentId}`
  const head = `${id}  ${fileName}: ${stateNames[state]}${known}${ahead}`
  return [head, ...(reason === null ? [] : [reason]), ...notes].join('\n    ')
}

/** A correction of a folder's paper, and what has to be run for it to take effect. */
export function printCorrected({ event, source }: CorrectedPaper): string {
  const folder = source ?? 'office:<Ordner>'
  return `${printEvent(event)}\n    Das gilt, sobald der Ordner wieder abgeglichen ist: npm run ingest -- sync ${folder}`
}

/** A correction, or a publication anew, with each field as it was said before and after. */
export function printEvent(event: IngestEvent): string {
  const { id, at, by, kind, documentId, reason, undoes } = event
  const undone = undoes === null ? '' : `: Schritt ${undoes}`
  const head = `${at}  Schritt ${id}, ${documentId}: ${eventNames[kind]}${undone} (${by})${reason === null ? '' : `: ${reason}`}`
  return [head, ...(event.before === null ? [] : changesOf(event))].join('\n    ')
}

function changesOf({ before, after }: IngestEvent): string[] {
  const names = Object.keys({ ...before, ...after }) as (keyof Correction)[]
  return names
    .filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
    .map((name) => `${fieldNames[name]}: ${saidOf(before?.[name])} → ${saidOf(after?.[name])}`)
}

function saidOf(value: unknown): string {
  if (Array.isArray(value) && value.some(isVerdict)) return value.filter(isVerdict).map(verdictText).join('; ')
  return value === undefined ? 'wie erkannt' : textOf(value)
}

function isVerdict(value: unknown): value is RelationVerdict {
  return typeof value === 'object' && value !== null && 'verdict' in value
}

function verdictText({ text, verdict }: RelationVerdict): string {
  return `„${text}“ ${verdict === 'accepted' ? 'trifft zu' : 'trifft nicht zu'}`
}

export function printPreview(preview: UploadPreview): string {
  const { upload, fields, abbreviation, validFrom, sections, nearDuplicates, difference } = preview
  const { relations, possibleRelations } = preview
  const passages = sections.reduce((sum, section) => sum + section.passages.length, 0)
  return [
    printUpload(upload),
    `Zitiert als: ${abbreviation}, gilt ab ${germanDay(validFrom)}`,
    ...Object.entries(fields).map(([name, field]) => printField(fieldNames[name as HeaderField], field)),
    `Abschnitte: ${sections.length}, Fundstellen: ${passages}`,
    ...sections.map(
      ({ key, heading, page }) => `  ${key}${heading ? ` ${heading}` : ''}${page ? ` (S. ${page})` : ''}`,
    ),
    ...relations.map(
      ({ text, meant, message }) => `Wirkung: ${text} → ${message ?? meant.map((one) => one.abbreviation).join(', ')}`,
    ),
    ...possibleRelations.map(
      ({ text, verdict }) => `${verdict === 'rejected' ? 'Verworfen' : 'Womöglich, nicht übernommen'}: ${text}`,
    ),
    ...nearDuplicates.map(({ documentId, similarity }) => `Ähnlich: ${documentId} (${Math.round(similarity * 100)} %)`),
    ...(difference ?? []).flatMap(({ section, places }) =>
      places.map((place) => `Unterschied in ${section}: ${place}`),
    ),
  ].join('\n')
}

function printField(name: string, { value, certainty, suggestion }: RecognisedField): string {
  const shown = certainty === 'low' ? (suggestion ?? value) : value
  return `  ${name}: ${textOf(shown)} [${certaintyNames[certainty]}]`
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('; ') || '–'
  if (typeof value === 'object' && value !== null) return 'text' in value ? String(value.text) : JSON.stringify(value)
  if (typeof value !== 'string') return '–'
  return isDay(value) ? germanDay(value) : value
}
