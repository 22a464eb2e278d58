import { getJson, postJson } from './api-client.js'
import { diffView } from './diff-view.js'
import { make } from './dom.js'
import { germanDay } from './german.js'

const stateNames = {
  waiting: 'wartet',
  running: 'läuft',
  done: 'abgeschlossen',
  stopped: 'angehalten, wartet auf Zustimmung',
  failed: 'gescheitert',
}
const outcomeNames = {
  failed: 'Nicht eingelesen',
  kept: 'Nicht mehr geführt, antwortet weiter',
  withdrawn: 'Zurückgezogen',
  returned: 'Wieder da',
  changed: 'Geändert',
  added: 'Neu',
}
const countNames = {
  added: 'neu',
  changed: 'geändert',
  withdrawn: 'zurückgezogen',
  returned: 'wieder da',
  kept: 'nicht mehr geführt',
  failed: 'nicht eingelesen',
  unchanged: 'unverändert',
}

/** `2025-03-05T04:00:00Z` → `05.03.2025, 05:00 Uhr`, in the legal time zone of Germany. */
export function germanTime(moment) {
  const format = { timeZone: 'Europe/Berlin', dateStyle: 'medium', timeStyle: 'short' }
  return `${new Intl.DateTimeFormat('de-DE', format).format(new Date(moment))} Uhr`
}

/** One run, closed; what it did is loaded once it is opened. `changed` is called after it was carried out. */
export function runView(run, changed) {
  const body = make('div', {})
  const details = make(
    'details',
    { id: run.id },
    make('summary', {}, `${run.name ?? run.source}, ${germanTime(run.createdAt)}: ${stateNames[run.state]}`),
    make('p', {}, countsLine(run)),
    ...[run.failure, run.note].map((text) => (text === null ? null : make('p.notice', {}, text))),
    run.confirmedBy === null
      ? null
      : make('p.hint', {}, `Bestätigt ${germanTime(run.confirmedAt)} von ${run.confirmedBy}.`),
    body,
  )
  details.addEventListener('toggle', () => {
    if (details.open && body.childElementCount === 0) void load(run, body, changed)
  })
  return details
}

function countsLine({ counts, trigger }) {
  const all = Object.entries(countNames).filter(([key]) => counts[key] > 0)
  const line = all.map(([key, name]) => `${counts[key]} ${name}`).join(', ') || 'nichts'
  return `${trigger === 'schedule' ? 'Nach der Uhr' : 'Von Hand'}: ${line}.`
}

async function load(run, body, changed) {
  body.replaceChildren(make('p.hint', {}, 'Wird geladen …'))
  try {
    const { changes } = await getJson(`/v1/runs/${run.id}`)
    body.replaceChildren(
      ...Object.entries(outcomeNames).flatMap(([outcome, name]) => {
        const items = changes.filter((item) => item.outcome === outcome)
        return items.length === 0 ? [] : [make('h3', {}, name), make('ul', {}, ...items.map(itemView))]
      }),
      run.state === 'stopped' ? confirmView(run, changed) : make('p.hint', {}, `Kennung ${run.id}`),
    )
  } catch (problem) {
    body.replaceChildren(problemView(problem))
  }
}

function itemView({ slug, label, day, documentId, reason, norms }) {
  const name = label === null ? slug : `${label} (${slug})`
  const text = day === null ? name : `${name}, Text vom ${germanDay(day)}`
  return make(
    'li',
    {},
    reason === null ? text : `${text}: ${reason}`,
    ...normsView('geändert', norms?.changed, (norm) => diffButton(documentId, norm, day)),
    ...normsView('neu', norms?.added),
    ...normsView('entfallen', norms?.removed),
  )
}

function normsView(verb, norms = [], view = null) {
  if (norms.length === 0) return []
  return view === null
    ? [make('p.hint', {}, `${verb}: ${norms.join(', ')}`)]
    : [make('p.hint', {}, `${verb}:`), ...norms.map(view)]
}

/** Shows, below itself, how a norm reads before and from the day of the text. */
function diffButton(documentId, norm, day) {
  const place = make('div', {})
  const button = make('button.link', { type: 'button', 'aria-expanded': 'false', click: toggle }, norm)
  return make('div', {}, button, place)

  async function toggle() {
    const open = button.getAttribute('aria-expanded') === 'false'
    button.setAttribute('aria-expanded', String(open))
    place.replaceChildren()
    if (!open) return
    const path = `/v1/documents/${encodeURIComponent(documentId)}/norms/${encodeURIComponent(norm)}/diff`
    const shown = await getJson(`${path}?from=${dayBefore(day)}&to=${day}`).then(
      ({ parts }) => diffView(parts),
      problemView,
    )
    place.replaceChildren(shown)
  }
}

/** Asked twice: what is withdrawn is gone from every answer at once. */
function confirmView(run, changed) {
  const place = make('div.actions', {})
  const ask = make('button', { type: 'button', click: askAgain }, 'Zurückziehen …')
  place.append(ask)
  return place

  function askAgain() {
    const yes = make('button', { type: 'button', click: confirm }, `Ja, ${run.counts.kept} zurückziehen`)
    const no = make('button.quiet', { type: 'button', click: () => place.replaceChildren(ask) }, 'Nein')
    place.replaceChildren(yes, no)
    no.focus()
  }

  async function confirm() {
    await postJson(`/v1/runs/${run.id}/confirm`).then(changed, (problem) => place.replaceChildren(problemView(problem)))
  }
}

function problemView({ title, detail, message }) {
  return make('p.problem', { role: 'alert' }, `${title ?? ''} ${detail ?? message}`)
}

function dayBefore(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
