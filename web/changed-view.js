import { getJson } from './api-client.js'
import { byId, make } from './dom.js'
import { germanDay } from './german.js'

const howNames = { changed: 'geändert', gone: 'nicht mehr in Kraft', withdrawn: 'zurückgezogen' }

/** A quiet line on one's own answers whose places changed since; `open` shows one of them by its id. */
export async function showChanged(open) {
  const { answers } = await getJson('/v1/answers/changed').catch(() => ({ answers: [] }))
  byId('changed').hidden = answers.length === 0
  byId('changed-count').textContent =
    answers.length === 1
      ? 'Eine Ihrer Antworten stützt sich auf inzwischen geänderte Stellen'
      : `${answers.length} Ihrer Antworten stützen sich auf inzwischen geänderte Stellen`
  byId('changed-list').replaceChildren(...answers.map((answer) => changedItem(answer, open)))
}

function changedItem({ id, createdAt, question, message, citations }, open) {
  const name = question === '' ? 'Frage nach Ablauf der Aufbewahrung gelöscht' : question
  const places = citations.map(({ label, how }) => `${label} (${howNames[how] ?? how})`).join(', ')
  return make(
    'li',
    {},
    make('button.link', { type: 'button', click: () => open(id) }, name),
    make('p.hint', {}, `Antwort vom ${germanDay(createdAt.slice(0, 10))}. ${message} ${places}`),
  )
}
