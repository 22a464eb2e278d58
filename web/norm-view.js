import { getJson } from './api-client.js'
import { byId, make } from './dom.js'
import { germanDay, validityLine } from './german.js'

/**
 * Opens the whole norm beside the answer, with the place marked and in view.
 * @param place a citation or a hit: `document`, `normKey`, `start`, `end`, `label`; a citation's `sha256` is checked
 */
export async function openNorm(place, asOf) {
  const dialog = byId('norm')
  const body = byId('norm-body')
  byId('norm-title').textContent = place.label
  body.replaceChildren(make('p.hint', {}, 'Der Text wird geladen …'))
  dialog.showModal()
  try {
    const norm = await getJson(normPath(place, asOf))
    body.replaceChildren(...normParts(norm, place, asOf))
    body.querySelector('mark')?.scrollIntoView({ block: 'center' })
  } catch (problem) {
    body.replaceChildren(
      make('p.problem', { role: 'alert' }, `${problem.title ?? ''} ${problem.detail ?? problem.message}`),
    )
  }
}

/** Address of our stored text: it shows this very version, whatever the official page shows today. */
export function normPath({ document: law, normKey }, asOf) {
  return `/v1/documents/${encodeURIComponent(law.id)}/norms/${encodeURIComponent(normKey)}?asOf=${asOf}`
}

/** True for invented law: no publisher has a page of it, its link leads to our own stored text. */
export function isOwnLink({ url }) {
  return url.startsWith('/v1/')
}

/** The way to the publisher's page, which may show another text than the one quoted; to our own where there is none. */
export function officialLink(place) {
  const { url, urlShows, label } = place
  const name = isOwnLink(place) ? 'Gespeicherter Text' : 'Amtliche Seite'
  const link = make('a', { href: safeUrl(url), target: '_blank', rel: 'noopener noreferrer' }, name)
  link.setAttribute('aria-label', `${name} zu ${label} (öffnet neues Fenster)`)
  return urlShows === 'current_version'
    ? make('span', {}, link, make('span.hint', {}, ' (Link zeigt die heutige Fassung)'))
    : link
}

/** Only addresses of the web and of our own service become links, whatever a source says. */
function safeUrl(url) {
  return /^(?:https?:\/\/|\/v1\/)/i.test(url) ? url : '#'
}

function normParts(norm, place, asOf) {
  const same = place.sha256 === undefined || place.sha256 === norm.sha256
  const marked = same ? place : { start: 0, end: 0 }
  return [
    norm.outline.length > 0 ? make('p.hint', {}, norm.outline.map(stepText).join(' › ')) : null,
    norm.heading === null ? null : make('h3', {}, norm.heading),
    same
      ? null
      : make('p.notice', {}, 'Der gespeicherte Text ist seit der Antwort ein anderer; bitte die Frage neu stellen.'),
    make('div.law', {}, ...lines(norm, marked)),
    norm.footnotes.length > 0 ? make('div.footnotes', {}, ...norm.footnotes.map((note) => make('p', {}, note))) : null,
    facts(norm, asOf),
  ].filter((part) => part !== null)
}

function stepText({ label, title }) {
  return title === null ? label : `${label}: ${title}`
}

/** Each line of the text a paragraph, set in as deep as the unit that begins there. */
function lines(norm, marked) {
  let at = 0
  return norm.text.split('\n').map((text) => {
    const start = at
    at += text.length + 1
    const unit = norm.units.findLast((each) => each.start === start)
    const inTable = norm.tables.some((table) => table.start <= start && start < table.end)
    const kind = inTable ? 'table-row' : (unit?.kind ?? 'block')
    return make(`p.${kind}`, {}, ...withMark(text, marked.start - start, marked.end - start))
  })
}

/** The line's text, the part from `start` to `end` marked; both may lie outside the line. */
function withMark(text, start, end) {
  const from = Math.max(0, start)
  const to = Math.min(text.length, end)
  if (from >= to) return [text]
  return [text.slice(0, from), make('mark', {}, text.slice(from, to)), text.slice(to)]
}

function facts(norm, asOf) {
  return make(
    'div.facts',
    {},
    make('p', {}, validityLine(norm, asOf)),
    make('p', {}, officialLink(norm)),
    make(
      'p.hint',
      {},
      `Abgerufen am ${germanDay(norm.fetchedOn)}. Prüfsumme des Textes (SHA-256): `,
      make('code', {}, norm.sha256),
    ),
  )
}
