import { make } from './dom.js'
import { germanDay } from './german.js'

/**
 * What a draft would be as a document: how it is cited, its sections, what is like it, what it does to others. `judge`
 * sends what a person says of a relation.
 */
export function previewParts(preview, judge) {
  const { abbreviation, validFrom, sections, nearDuplicates, relations, possibleRelations, difference } = preview
  const passages = sections.reduce((sum, section) => sum + section.passages.length, 0)
  return [
    make('dl', {}, ...pair('Zitiert als', abbreviation), ...pair('Gilt ab', germanDay(validFrom))),
    ...nearDuplicates.map(duplicateNotice),
    ...relations.map((relation) => relationLine(relation, judge)),
    ...possibleRelations.map((relation) => possibleLine(relation, judge)),
    difference === null
      ? null
      : folded(`Unterschiede zum ersetzten Dokument (${difference.length} Abschnitte)`, difference.map(differenceLine)),
    folded(`Text: ${sections.length} Abschnitte, ${passages} Fundstellen`, sections.map(sectionView)),
  ]
}

function pair(name, value) {
  return [make('dt', {}, name), make('dd', {}, value)]
}

function folded(title, children) {
  return make('details', {}, make('summary', {}, title), ...children)
}

function duplicateNotice({ abbreviation, documentId, similarity, isSame }) {
  const kind = isSame ? 'Derselbe Text liegt schon vor' : 'Ähnlich'
  return make('p.notice', {}, `${kind}: ${abbreviation} (${documentId}), zu ${Math.round(similarity * 100)} % gleich.`)
}

const relationNames = { amends: 'Ändert', replaces: 'Ersetzt', repeals: 'Hebt auf', implements: 'Führt aus' }

function relationLine(relation, judge) {
  const { message, verdict, documentId } = relation
  // Said under „Ersetzt“, not recognised.
  const isOurs = documentId !== null && verdict === null
  const line = `${relationText(relation)}${verdict === 'accepted' ? ' (von der Redaktion bestätigt)' : ''}`
  return make(
    message === null ? 'p' : 'p.notice',
    {},
    message === null ? line : `${line}. Ohne Wirkung: ${message}`,
    ' ',
    isOurs ? null : judgement(relation, 'rejected', 'trifft nicht zu', judge),
    verdict === null ? null : judgement(relation, null, 'Bestätigung zurücknehmen', judge),
  )
}

/** Without effect: unsure, until a person accepts it, or rejected. */
function possibleLine(relation, judge) {
  const isRejected = relation.verdict === 'rejected'
  return make(
    'p.notice',
    {},
    `${isRejected ? 'Von der Redaktion verworfen' : 'Steht womöglich im Text, nicht übernommen'}: ${relationText(relation)}`,
    ' ',
    judgement(relation, 'accepted', 'trifft zu', judge),
    isRejected ? null : judgement(relation, 'rejected', 'trifft nicht zu', judge),
  )
}

function relationText({ kind, text, meant }) {
  const whom = meant.map(({ abbreviation, documentId }) => `${abbreviation} (${documentId})`).join(', ')
  return `${relationNames[kind]} „${text}“${whom === '' ? '' : `: ${whom}`}`
}

function judgement(relation, verdict, words, judge) {
  const label = `${relation.text}: ${words}`
  const { kind, text, fileNumber, issuedOn, documentId } = relation
  const say = () => judge({ kind, text, fileNumber, issuedOn, documentId, verdict })
  return make('button.link', { type: 'button', 'aria-label': label, click: say }, words)
}

function differenceLine({ section, places }) {
  return make('div', {}, make('h4', {}, section), make('ul', {}, ...places.map((place) => make('li', {}, place))))
}

function sectionView({ key, heading, page, passages }) {
  const title = [key, heading].filter((part) => part !== null).join(' ')
  return make(
    'div',
    {},
    make('h4', {}, page === null ? title : `${title} (S. ${page})`),
    ...passages.map(({ text }) => make('blockquote.passage', {}, text)),
  )
}
