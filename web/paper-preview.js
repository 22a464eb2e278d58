import { make } from './dom.js'
import { germanDay } from './german.js'

/** What a draft would be as a document: how it is cited, its sections, what is like it, what it does to others. */
export function previewParts({ fields, abbreviation, validFrom, sections, nearDuplicates, relations, difference }) {
  const passages = sections.reduce((sum, section) => sum + section.passages.length, 0)
  return [
    make('dl', {}, ...pair('Zitiert als', abbreviation), ...pair('Gilt ab', germanDay(validFrom))),
    ...nearDuplicates.map(duplicateNotice),
    ...relations.map(relationLine),
    ...(fields.relations.suggestion ?? []).map(possibleLine),
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

function relationLine({ kind, text, meant, message }) {
  const whom = meant.map(({ abbreviation, documentId }) => `${abbreviation} (${documentId})`).join(', ')
  const line = `${relationNames[kind]} „${text}“${whom === '' ? '' : `: ${whom}`}`
  return message === null ? make('p', {}, line) : make('p.notice', {}, `${line}. Ohne Wirkung: ${message}`)
}

function possibleLine({ kind, text }) {
  const where = 'Nicht übernommen; trifft es zu, bitte unter „Ersetzt“ die Kennung angeben.'
  return make('p.notice', {}, `Steht womöglich im Text: ${relationNames[kind]} „${text}“. ${where}`)
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
