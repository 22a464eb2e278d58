import { checklistSection, partSections, sectionTitles } from './answer-sections.js'
import { conflictParts, correctionParts } from './contradiction-view.js'
import { answerAsText, copyText } from './copy-text.js'
import { byId, make } from './dom.js'
import { giveFeedback } from './feedback-view.js'
import { germanDay, roleNames, supportNames, validityLine, whyNames } from './german.js'
import { isOwnLink, normPath, officialLink, openNorm } from './norm-view.js'
import { recordActions } from './record-view.js'

let streamed = []
/** Id of the answer that stands on the page; null while it is being made. */
let shownId = null

/** Clears the page for a new question. */
export function beginAnswer() {
  for (const id of ['error', 'answer', 'claims', 'after-claims', 'passage-list']) byId(id).replaceChildren()
  byId('passages').hidden = true
  byId('result').hidden = true
  byId('follow-up').hidden = true
  streamed = []
  shownId = null
}

/** The answer that a follow-up follows. */
export function shownAnswerId() {
  return shownId
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
  byId('claims').append(
    claimItem({ claim, citations }, asOf, streamed.length, headingOf(claim, streamed.at(-2)?.claim)),
  )
}

/** The heading of an extract's claim, where it differs from that of the claim above. */
function headingOf({ heading }, before, level = 'h3') {
  return heading && heading !== before?.heading ? make(level, {}, heading) : null
}

/**
 * @param {number} number of the claim in the answer, from 1
 * @param {HTMLElement | null} heading it stands under
 */
function claimItem({ claim, citations }, asOf, number, heading) {
  const role = make('span.role', {}, roleNames[claim.role] ?? claim.role)
  const links = citations.map((citation) => citationButton(citation, asOf))
  const support = make(`span.support.${claim.supports}`, {}, supportNames[claim.supports])
  const marks = make('p.marks', {}, role, support, wrongButton(number))
  return make('div.claim', {}, heading, make('p', {}, claim.text, ' ', ...links), marks)
}

/** The whole answer: replaces what was streamed where it differs, so that nothing can be shown that is not in the record. */
export function showAnswer(answer) {
  byId('result').hidden = false
  shownId = answer.id
  showClaims(answer)
  for (const button of byId('claims').querySelectorAll('.wrong')) button.disabled = false
  byId('answer').replaceChildren(
    ...followUpLine(answer),
    make('p.mode', {}, modeLine(answer)),
    ...understoodLine(answer),
    ...correctionParts(answer, citeOn(answer.asOf)),
    ...answer.notices.map((text) => make('p.notice', {}, text)),
    ...abstentionParts(answer),
    ...(answer.abstention === null ? sectionTitles(answer).before : []),
  )
  byId('after-claims').replaceChildren(...afterClaims(answer))
  byId('follow-up').hidden = false
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
    const itemAt = (index, before) =>
      claimItem(final[index], asOf, index + 1, headingOf(claims[index], claims[before], 'h4'))
    byId('claims').replaceChildren(...partSections(answer, itemAt))
    return
  }
  if (JSON.stringify(final) === JSON.stringify(streamed)) return
  byId('claims').replaceChildren()
  streamed = []
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

/** Can be pressed once the answer is stored. It stands there from the start: what comes later is read out again. */
function wrongButton(number) {
  const label = `Stimmt nicht? Zu Satz ${number} etwas melden`
  const button = make('button.link.wrong', { type: 'button', 'aria-label': label }, 'Stimmt nicht?')
  button.disabled = shownId === null
  button.addEventListener('click', () => giveFeedback(shownId, number))
  return button
}

/** A follow-up is answered as it was understood, and says so. */
function followUpLine({ question, rewritten }) {
  if (rewritten === null) return []
  return [make('p', {}, `Nachfrage: ${question}`), make('p.hint', {}, `Verstanden als: ${rewritten.question}`)]
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
    ...conflictParts(answer, citeOn(answer.asOf)),
    ...checklistSection(answer, citeOn(answer.asOf)),
    ...listPart(sectionTitles(answer).open, answer.open),
    ...(answer.citations.length > 0
      ? [
          make('h3', {}, 'Fundstellen'),
          make('ol.citations', {}, ...answer.citations.map((each) => citationItem(each, answer.asOf))),
        ]
      : []),
    answer.mode === 'abstained' ? null : copyButton(answer),
    recordActions(answer, giveFeedback),
    removedDetails(answer.removed),
    make('p.hint', {}, answer.facts.line),
    make('p.hint', {}, corpusLine(answer.sources)),
  ].filter((part) => part !== null)
}

function listPart(title, items) {
  if (items.length === 0) return []
  return [make('h3', {}, title), make('ul', {}, ...items.map((text) => make('li', {}, text)))]
}

function citeOn(asOf) {
  return (citation) => citationButton(citation, asOf)
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
    ...(citation.flags ?? []).map(({ message }) => make('p.notice', {}, message)),
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

function corpusLine({ corpusState, freshest, stand = [] }) {
  const day = freshest === null ? '' : `Stand der Texte: ${germanDay(freshest)}. `
  const cited = stand.length === 0 ? day : `Stand: ${stand.map(standOf).join('; ')}. `
  return `${cited}Bestand ${corpusState}.`
}

function standOf({ name, freshest, checkedAt }) {
  const texts = freshest === null ? '' : `Texte bis ${germanDay(freshest)}, `
  const check = checkedAt === null ? 'nicht laufend abgeglichen' : `geprüft am ${germanDay(checkedAt.slice(0, 10))}`
  return `${name}: ${texts}${check}`
}
