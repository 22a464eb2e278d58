import { getJson, rememberKey, sendFile } from './api-client.js'
import { byId, make } from './dom.js'
import { paperView, refusedView, stateNames, unpackedView } from './paper-view.js'

const pollMs = 700
const unread = new Set(['received', 'scanned', 'reading'])

byId('key-form').addEventListener('submit', (event) => {
  event.preventDefault()
  rememberKey(byId('key').value.trim())
  byId('key').value = ''
  void show()
})
byId('files').addEventListener('change', () => {
  const files = [...byId('files').files]
  byId('files').value = ''
  void uploadAll(files)
})
for (const name of ['dragenter', 'dragover'])
  byId('drop').addEventListener(name, (event) => {
    event.preventDefault()
    byId('drop').classList.add('over')
  })
for (const name of ['dragleave', 'drop'])
  byId('drop').addEventListener(name, () => byId('drop').classList.remove('over'))
byId('drop').addEventListener('drop', (event) => {
  event.preventDefault()
  void uploadAll([...event.dataTransfer.files])
})
byId('withdraw-cancel').addEventListener('click', () => byId('withdraw').close(''))
void show()

/** All lists anew; what was open stays open, and the keyboard where it was. */
async function show() {
  try {
    const { uploads } = await getJson('/v1/ingest/uploads')
    byId('key-form').hidden = true
    byId('desk').hidden = false
    byId('error').replaceChildren()
    const open = [...document.querySelectorAll('details.paper[open]')].map(({ id }) => id)
    const held = document.activeElement?.closest('details.paper')?.id ?? null
    const names = new Map(uploads.map(({ id, fileName }) => [id, fileName]))
    const view = (upload) => paperView(upload, names.get(upload.parent) ?? null, { act, askReason })
    fill('drafts', uploads.filter(({ state }) => state === 'draft').map(view), 'Es liegt kein Entwurf vor.')
    fill(
      'published',
      uploads.filter(({ state }) => ['published', 'withdrawn'].includes(state)).map(view),
      'Noch nichts.',
    )
    byId('documents').replaceChildren(
      ...uploads
        .filter(({ state }) => state === 'published')
        .map(({ documentId, fileName }) => make('option', { value: documentId }, fileName)),
    )
    fill(
      'unpacked',
      uploads.filter(({ state }) => state === 'unpacked').map((upload) => unpackedView(upload, act)),
      '',
    )
    const refused = uploads.filter(({ state }) => state === 'refused')
    fill(
      'refused',
      refused.map((upload) => refusedView(upload, act)),
      '',
    )
    byId('refused-section').hidden = refused.length === 0
    for (const id of open) document.getElementById(id)?.setAttribute('open', '')
    if (held !== null) (document.getElementById(held)?.querySelector('summary') ?? byId('status')).focus()
  } catch (problem) {
    showProblem(problem)
  }
}

function fill(id, children, nothing) {
  const hint = nothing === '' ? [] : [make('p.hint', {}, nothing)]
  byId(id).replaceChildren(...(children.length > 0 ? children : hint))
}

/** Does what a button says, tells how it went, and shows the lists anew where something changed. */
async function act(work) {
  byId('error').replaceChildren()
  try {
    const done = await work()
    if (done === null) return
    byId('status').textContent = done
    await show()
  } catch (problem) {
    showProblem(problem)
  }
}

/** One after the other; a file that is refused stops none of the others. */
async function uploadAll(files) {
  let read = 0
  for (const file of files) if (await uploadOne(file)) read += 1
  byId('status').textContent = howManyRead(read, files.length)
  await show()
}

function howManyRead(read, of) {
  if (read < of) {
    const left =
      of === 1 ? 'Die Datei wurde nicht angenommen' : `${of - read} von ${of} Dateien wurden nicht angenommen`
    return `${left}; warum, steht unten.`
  }
  return of === 1 ? 'Die Datei ist gelesen.' : `${of} Dateien sind gelesen.`
}

/** True where it was taken. */
async function uploadOne(file) {
  const bar = make('progress', { max: 1, value: 0, 'aria-label': `Fortschritt von ${file.name}` })
  const words = make('span', {}, `${file.name}: wird gesendet`)
  const line = make('li', {}, words, bar)
  byId('sending').append(line)
  try {
    let upload = await sendFile(
      `/v1/ingest/uploads?name=${encodeURIComponent(file.name)}`,
      file,
      (share) => (bar.value = share),
    )
    bar.removeAttribute('value')
    while (unread.has(upload.state)) {
      const pages = upload.pages === null ? '' : `, Seite ${upload.page + 1} von ${upload.pages}`
      words.textContent = `${file.name}: ${stateNames[upload.state]}${pages}`
      await new Promise((resolve) => setTimeout(resolve, pollMs))
      upload = await getJson(`/v1/ingest/uploads/${upload.id}`)
    }
    line.remove()
    return upload.state !== 'refused'
  } catch (problem) {
    line.replaceChildren(
      make(
        'p.problem',
        {},
        make('strong', {}, `${file.name}: ${problem.title ?? 'Fehler'}`),
        ` ${problem.detail ?? problem.message}`,
      ),
    )
    return false
  }
}

/** The reason somebody gives for withdrawing, or null. */
function askReason() {
  const dialog = byId('withdraw')
  byId('withdraw-reason').value = ''
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => resolve(dialog.returnValue === 'go' ? byId('withdraw-reason').value : null),
      { once: true },
    )
  })
}

function showProblem(problem) {
  byId('key-form').hidden = ![401, 403].includes(problem.status)
  byId('error').replaceChildren(
    make('p.problem', {}, make('strong', {}, problem.title ?? 'Fehler'), ` ${problem.detail ?? problem.message}`),
  )
}
