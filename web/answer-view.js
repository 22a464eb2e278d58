import { checklistSection, partSections, sectionTitles } from './answer-sections.js'
import { answerAsText, copyText } from './copy-text.js'
import { byId, make } from './dom.js'
import { germanDay, roleNames, supportNames, validityLine, whyNames } from './german.js'
import { isOwnLink, normPath, officialLink, openNorm } from './norm-view.js'

let streamed = []

/** Clears the page for a new question. */
export function beginAnswer() {
  for (const id of ['error', 'answer', 'claims', 'after-claims', 'passage-list']) byId(id).replaceChildren()
  byId('passages').hidden = true
  byId('result').hidden = true
  streamed = []
}

/** The passages found, shown open until the answer stands above them. */
export function showPassages(hits, asOf) {
  byId('result').hidden = false
  byId('passages').hidden = hits.length === 0
  byId('passages').open = true
  byId('passage-list').replaceChildren(...hits.map((hit) => hitItem(hit, asOf)))
}

/** One verified sentence, with buttons that open its places. */
export function addClaim({ claim, citations }, asOf) {
  streamed.push({ claim, citations })
  byId('result').hidden = false
  byId('claims').append(claimItem({ claim, citations }, asOf))
}

function claimItem({ claim, citations }, asOf) {
  const role = make('span.role', {}, roleNames[claim.role] ?? claim.role)
  const links = citations.map((citation) => citationButton(citation, asOf))
  const support = make(`span.support.${claim.supports}`, {}, supportNames[claim.supports])
  return make('div.claim', {}, make('p', {}, claim.text, ' ', ...links), make('p.marks', {}, role, support))
}

/** The whole answer: replaces what was streamed where it differs, so that nothing can be shown that is not in the record. */
export function showAnswer(answer) {
  byId('result').hidden = false
  showClaims(answer)
  byId('answer').replaceChildren(
    make('p.mode', {}, modeLine(answer)),
    ...understoodLine(answer),
    ...answer.notices.map((text) => make('p.notice', {}, text)),
    ...abstentionParts(answer),
    ...(answer.abstention === null ? sectionTitles(answer).before : []),
  )
  byId('after-claims').replaceChildren(...afterClaims(answer))
  byId('passages').open = answer.abstention !== null && answer.abstention.nearest.length === 0
}

/** Where the sentences already stand as they came, they stay: a screen reader would read them out again. */
function showClaims(answer) {
  const { claims, citations, parts, asOf } = answer
  const final = claims.map((claim) => ({
    claim,
    citations: citations.filter(({ number }) => claim.citations.includes(number)),
  }))
  if (parts.length > 0 && answer.abstention === null) {
    byId('claims').replaceChildren(...partSections(answer, (index) => claimItem(final[index], asOf)))
    return
  }
  if (JSON.stringify(final) === JSON.stringify(streamed)) return
  byId('claims').replaceChildren()
  for (const each of final) addClaim(each, asOf)
}

function modeLine(answer) {
  const day = `Rechtslage am ${germanDay(answer.asOf)}, Gebiet ${answer.territory}.`
  if (answer.mode === 'abstained') return `Keine Antwort. ${day}`
  const byModel = answer.checker ? `, auch vom Prüfmodell ${answer.checker.name}` : ''
  if (answer.mode === 'llm')
    return `Formuliert von ${answer.model.name}, Satz für Satz gegen den Text geprüft${byModel}. ${day}`
  return `${answer.fallback ?? 'Kein Sprachmodell: wörtliche Auszüge in der Reihenfolge der Suche.'} ${day}`
}

/** None where nothing was recognised, or the question is forgotten already. */
function understoodLine({ understood }) {
  return understood?.summary ? [make('p.hint', {}, `Verstanden: ${understood.summary}`)] : []
}

function abstentionParts({ abstention, asOf }) {
  if (abstention === null) return []
  const message = make('p.notice', {}, abstention.message)
  if (abstention.nearest.length === 0) return [message]
  const hits = make('ol.hits', {}, ...abstention.nearest.map((hit) => hitItem(hit, asOf)))
  return [message, make('h3', {}, 'Am nächsten kommen'), hits]
}

function afterClaims(answer) {
  return [
    ...checklistSection(answer, (citation) => citationButton(citation, answer.asOf)),
    ...listPart(sectionTitles(answer).open, answer.open),
    ...(answer.citations.length > 0
      ? [
          make('h3', {}, 'Fundstellen'),
          make('ol.citations', {}, ...answer.citations.map((each) => citationItem(each, answer.asOf))),
        ]
      : []),
    answer.mode === 'abstained' ? null : copyButton(answer),
    removedDetails(answer.removed),
    make('p.hint', {}, corpusLine(answer.sources)),
  ].filter((part) => part !== null)
}

function listPart(title, items) {
  if (items.length === 0) return []
  return [make('h3', {}, title), make('ul', {}, ...items.map((text) => make('li', {}, text)))]
}

function citationButton(citation, asOf) {
  const { number, label } = citation
  return make(
    'button.cite',
    {
      type: 'button',
      'aria-label': `Fundstelle ${number}: ${label}`,
      title: label,
      click: () => openNorm(citation, asOf),
    },
    `[${number}]`,
  )
}

function citationItem(citation, asOf) {
  const open = make('button.link', { type: 'button', click: () => openNorm(citation, asOf) }, citation.label)
  const stored = make(
    'a',
    {
      href: normPath(citation, asOf),
      'aria-label': `Gespeicherter Text zu ${citation.label}`,
      click: (event) => {
        event.preventDefault()
        void openNorm(citation, asOf)
      },
    },
    'gespeicherter Text',
  )
  const links = isOwnLink(citation) ? [stored] : [officialLink(citation), ' · ', stored]
  return make(
    'li',
    { value: citation.number },
    open,
    make('blockquote', {}, citation.quote),
    make('p.hint', {}, `${validityLine(citation, asOf)} · `, ...links),
  )
}

function hitItem(hit, asOf) {
  const open = make('button.link', { type: 'button', click: () => openNorm(hit, asOf) }, hit.label)
  const why = hit.why.map(({ by }) => whyNames[by] ?? by).join(', ')
  return make(
    'li',
    {},
    open,
    hit.heading === null ? null : make('span.heading', {}, ` ${hit.heading}`),
    make('p.excerpt', {}, hit.text),
    make('p.hint', {}, `Gefunden über: ${why}`),
  )
}

function copyButton(answer) {
  const button = make('button.quiet', { type: 'button' }, 'Mit Fundstellen kopieren')
  button.addEventListener('click', async () => {
    await copyText(answerAsText(answer))
    byId('status').textContent = 'Antwort mit Fundstellen kopiert.'
  })
  return make('p', {}, button)
}

function removedDetails(removed) {
  if (removed.length === 0) return null
  const count = removed.length === 1 ? 'Ein Satz wurde entfernt' : `${removed.length} Sätze wurden entfernt`
  const items = removed.map(({ text, detail }) => make('li', {}, make('s', {}, text), make('p.hint', {}, detail)))
  return make(
    'details',
    {},
    make('summary', {}, `${count}, weil die Prüfung nicht bestanden ist`),
    make('ul', {}, ...items),
  )
}

function corpusLine({ corpusState, freshest }) {
  const day = freshest === null ? '' : `Stand der Texte: ${germanDay(freshest)}. `
  return `${day}Bestand ${corpusState}.`
}
