import { getJson, rememberKey } from './api-client.js'
import { byId, make } from './dom.js'
import { germanDay } from './german.js'
import { germanTime, runView } from './run-view.js'
import { saveFile } from './save-file.js'

byId('key-form').addEventListener('submit', (event) => {
  event.preventDefault()
  rememberKey(byId('key').value.trim())
  byId('key').value = ''
  void show()
})
for (const link of document.querySelectorAll('a[download]'))
  link.addEventListener('click', (event) => {
    // The browser would ask without the key.
    event.preventDefault()
    saveFile(link.getAttribute('href'), link.download).catch(showProblem)
  })
void show()

/** The runs, the one the address names (`/ablaeufe#<id>`) opened. */
async function show() {
  byId('error').replaceChildren()
  try {
    const [{ runs }, { sources }] = [await getJson('/v1/runs'), await getJson('/v1/sources')]
    byId('key-form').hidden = true
    byId('sources').hidden = sources.length === 0
    byId('source-list').replaceChildren(...sources.map(sourceLine))
    byId('runs').replaceChildren(...runs.map((run) => runView(run, show)))
    byId('status').textContent = runs.length === 0 ? 'Es gab noch keinen Ablauf.' : ''
    openNamed()
  } catch (problem) {
    showProblem(problem)
  }
}

function sourceLine({ name, documents, freshest, checkedAt }) {
  const texts = freshest === null ? '' : `, Texte bis ${germanDay(freshest)}`
  const check = checkedAt === null ? 'nur von Hand eingelesen' : `zuletzt abgeglichen ${germanTime(checkedAt)}`
  return make('li', {}, `${name}: ${documents} ${documents === 1 ? 'Dokument' : 'Dokumente'}${texts}, ${check}`)
}

function openNamed() {
  const named = document.getElementById(location.hash.slice(1))
  if (named?.tagName !== 'DETAILS') return
  named.open = true
  named.scrollIntoView()
}

function showProblem(problem) {
  byId('key-form').hidden = ![401, 403].includes(problem.status)
  byId('error').replaceChildren(
    make('p.problem', {}, make('strong', {}, problem.title ?? 'Fehler'), ` ${problem.detail ?? problem.message}`),
  )
}
