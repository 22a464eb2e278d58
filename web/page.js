import { addClaim, beginAnswer, showAnswer, shownAnswerId, showPassages } from './answer-view.js'
import { askStreaming, getJson, rememberKey } from './api-client.js'
import { showChanged } from './changed-view.js'
import { byId, make } from './dom.js'
import { germanDay } from './german.js'

const readyPollMs = 2000
let running = null

byId('ask').addEventListener('submit', (event) => {
  event.preventDefault()
  void ask({ question: byId('question').value })
})
byId('follow-up').addEventListener('submit', (event) => {
  event.preventDefault()
  const question = byId('follow-up-question').value
  byId('follow-up-question').value = ''
  void ask({ question, previous: shownAnswerId() })
})
byId('question').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) byId('ask').requestSubmit()
})
byId('cancel').addEventListener('click', () => running?.abort())
byId('norm-close').addEventListener('click', () => byId('norm').close())
byId('norm').addEventListener('click', (event) => {
  if (event.target === byId('norm')) byId('norm').close()
})
byId('key-form').addEventListener('submit', (event) => {
  event.preventDefault()
  rememberKey(byId('key').value.trim())
  byId('key').value = ''
  void start()
})
void start()

async function start() {
  await waitUntilReady()
  try {
    showSettings(await getJson('/v1/settings'))
    byId('key-form').hidden = true
    byId('error').replaceChildren()
    await showChanged(reopen)
  } catch (problem) {
    showProblem(problem)
  }
}

/** Shows how far the first fill is, until questions can be answered. */
async function waitUntilReady() {
  for (;;) {
    const readiness = await fetch('/readyz')
      .then((response) => response.json())
      .catch(() => null)
    byId('readiness').hidden = readiness === null || readiness.ready
    byId('send').disabled = readiness !== null && !readiness.ready
    if (readiness === null || readiness.ready) return
    showProgress(readiness.progress)
    await new Promise((resolve) => setTimeout(resolve, readyPollMs))
  }
}

function showProgress({ step, done, total }) {
  byId('readiness-step').textContent = total === null ? step : `${step}: ${done} von ${total}`
  const bar = byId('readiness-bar')
  if (total === null) bar.removeAttribute('value')
  else Object.assign(bar, { max: Math.max(total, 1), value: done })
}

function showSettings({ today, territory, territories, invented, model, freshest }) {
  byId('as-of').value ||= today
  const known = territories.some(({ code }) => code === territory)
  const all = known ? territories : [{ code: territory, name: territory }, ...territories]
  byId('territory').replaceChildren(...all.map(({ code, name }) => make('option', { value: code }, name)))
  byId('territory').value = territory
  byId('banner').hidden = !invented
  const wording =
    model === null ? 'Kein Sprachmodell: Antworten sind wörtliche Auszüge.' : `Sprachmodell: ${model.name}.`
  byId('corpus').textContent = `${freshest === null ? '' : `Stand der Texte: ${germanDay(freshest)}. `}${wording}`
}

/** Shows a stored answer again, as it was asked and with what became of its places. */
async function reopen(id) {
  if (running) return
  try {
    const answer = await getJson(`/v1/answers/${id}`)
    beginAnswer()
    for (const [field, value] of [
      ['question', answer.question],
      ['as-of', answer.asOf],
      ['territory', answer.territory],
    ])
      byId(field).value = value
    showAnswer(answer)
    byId('result-title').focus()
    byId('result').querySelector('.record button.check').click()
  } catch (problem) {
    showProblem(problem)
  }
}

async function ask(asked) {
  if (running) return
  running = new AbortController()
  const asOf = byId('as-of').value
  const question = {
    ...asked,
    asOf,
    territory: byId('territory').value,
    style: byId('style').value,
  }
  beginAnswer()
  setBusy(true, 'Die Stellen werden gesucht …')
  try {
    await askStreaming(question, (event, data) => receive(event, data, asOf), running.signal)
  } catch (problem) {
    if (problem.name === 'AbortError') say('Abgebrochen.')
    else showProblem(problem)
  } finally {
    running = null
    setBusy(false)
  }
}

function receive(event, data, asOf) {
  switch (event) {
    case 'passages':
      showPassages(data.hits, asOf)
      return say(`${data.hits.length} Stellen gefunden. Die Antwort wird Satz für Satz geprüft …`)
    case 'queue':
      return say(placeText(data))
    case 'claim':
      return addClaim(data, asOf)
    case 'answer':
      showAnswer(data)
      return say(summary(data))
  }
}

/** The line before the model: 1 is next, 0 means that it is one's turn. */
function placeText({ position, waiting }) {
  if (position === 0) return 'An der Reihe. Die Antwort wird formuliert und Satz für Satz geprüft …'
  return `Platz ${position} von ${waiting} in der Warteschlange vor dem Sprachmodell. Die gefundenen Stellen stehen schon unten.`
}

function summary(answer) {
  if (answer.mode === 'abstained') return 'Die vorliegenden Texte tragen keine Antwort.'
  return `Antwort fertig: Sätze: ${answer.claims.length}, Fundstellen: ${answer.citations.length}.`
}

function setBusy(busy, message) {
  byId('send').disabled = busy
  byId('cancel').hidden = !busy
  byId('result').setAttribute('aria-busy', String(busy))
  if (message !== undefined) say(message)
}

function say(message) {
  byId('status').textContent = message
}

function showProblem(problem) {
  if (problem.status === 401) {
    byId('key-form').hidden = false
    byId('key').focus()
  }
  say('')
  const text = [make('strong', {}, problem.title ?? 'Fehler'), ' ', problem.detail ?? problem.message]
  byId('error').replaceChildren(make('p.problem', {}, ...text))
}
