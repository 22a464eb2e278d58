import { postJson } from './api-client.js'
import { diffView } from './diff-view.js'
import { make } from './dom.js'
import { germanDay } from './german.js'

/** Looks at a stored answer again and shows in `target` what became of it, changed places word by word. @throws ApiProblem */
export async function recheck(id, target) {
  target.replaceChildren(make('p.hint', {}, 'Die Stellen werden verglichen …'))
  const result = await postJson(`/v1/answers/${id}/recheck`).catch((problem) => {
    target.replaceChildren()
    throw problem
  })
  const changed = result.citations.filter(({ state }) => state !== 'unchanged')
  target.replaceChildren(
    make('h3', {}, `Nachgeprüft am ${germanDay(result.asOf)}`),
    make('p.notice', {}, result.message),
    result.citations.length > 0 ? make('p', {}, result.itsDay.message) : '',
    listOf(result.claims.filter(({ state }) => state === 'no_longer').map(lostClaim)),
    listOf(changed.map(changedPlace)),
  )
}

function listOf(items) {
  return items.length === 0 ? '' : make('ul', {}, ...items)
}

function lostClaim({ text, detail }) {
  return make('li', {}, make('s', {}, text), make('p.hint', {}, detail ?? ''))
}

function changedPlace({ number, label, message, diff }) {
  return make('li', {}, `[${number}] ${label}: ${message}`, diff === null ? null : diffView(diff))
}
