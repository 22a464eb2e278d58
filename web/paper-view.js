import { getJson, patchJson, postJson, remove } from './api-client.js'
import { make } from './dom.js'
import { changedLabels, changesOf, fieldInputs } from './paper-fields.js'
import { previewParts } from './paper-preview.js'

export const stateNames = {
  received: 'angekommen',
  scanned: 'auf Viren geprüft',
  reading: 'wird gelesen',
  draft: 'Entwurf',
  refused: 'nicht angenommen',
  unpacked: 'ausgepackt',
  published: 'veröffentlicht',
  withdrawn: 'zurückgezogen',
}

const eventNames = {
  uploaded: 'hochgeladen',
  corrected: 'Angaben berichtigt',
  published: 'veröffentlicht',
  withdrawn: 'zurückgezogen',
  undone: 'rückgängig gemacht',
}

const pathOf = ({ id }) => `/v1/ingest/uploads/${id}`
const documentPath = ({ documentId }) => `/v1/ingest/documents/${encodeURIComponent(documentId)}`

/**
 * A paper in its list; opened, it shows all that staff can see and do. `parentName`: the mail or archive it came in.
 * `act` runs what a button does and shows the lists anew.
 */
export function paperView(upload, parentName, { act, askReason }) {
  const body = make('div', {})
  const ahead = upload.isAhead ? ' (berichtigt, noch nicht neu veröffentlicht)' : ''
  const from = parentName === null ? '' : ` (aus ${parentName})`
  const details = make(
    'details.paper',
    { id: upload.id },
    make('summary', {}, `${upload.fileName}${from}: ${stateNames[upload.state]}${ahead}`),
    body,
  )
  const notes = upload.notes.map((note) => make('p.hint', {}, note))
  details.addEventListener('toggle', () => {
    if (!details.open || body.childElementCount > 0) return
    act(async () => {
      const preview = await getJson(`${pathOf(upload)}/preview`)
      const { events } = await getJson(`${documentPath(upload)}/history`)
      body.replaceChildren(
        ...notes,
        headerForm(upload, preview.fields, events, { act, askReason }),
        ...previewParts(preview, judgeOf(upload, act)).filter(Boolean),
        historyView(events),
      )
      return null
    })
  })
  return details
}

function judgeOf(upload, act) {
  const said = {
    accepted: 'Bestätigt',
    rejected: 'Verworfen',
    null: 'Zurückgenommen',
  }
  const effect = upload.state === 'published' ? 'das wirkt ab sofort.' : 'das wirkt mit dem Veröffentlichen.'
  return (relation) =>
    act(() => postJson(`${pathOf(upload)}/relations`, relation).then(() => `${said[relation.verdict]}: ${effect}`))
}

function headerForm(upload, fields, events, { act, askReason }) {
  const form = make(
    'form',
    {},
    make('div.fields', {}, ...fieldInputs(fields, `p-${upload.id}`)),
    make('div.actions', {}),
  )
  const save = async () => {
    const changes = changesOf(form, fields)
    if (Object.keys(changes).length > 0) await patchJson(pathOf(upload), changes)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const publishes = event.submitter?.value === 'publish'
    act(async () => {
      await save()
      if (!publishes) return 'Die Angaben sind gespeichert.'
      await postJson(`${pathOf(upload)}/publish`)
      return 'Veröffentlicht: Antworten können sich jetzt darauf stützen.'
    })
  })
  form.lastElementChild.append(...buttonsOf(upload, canUndo(events), { act, askReason }))
  return form
}

/** As the service decides it: something was done that was not taken back. */
function canUndo(events) {
  const undone = new Set(events.map(({ undoes }) => undoes))
  return events.some(({ id, kind }) => ['corrected', 'published', 'withdrawn'].includes(kind) && !undone.has(id))
}

function buttonsOf(upload, undoable, { act, askReason }) {
  const undo = () =>
    act(() => postJson(`${documentPath(upload)}/undo`).then(() => 'Der letzte Schritt ist zurückgenommen.'))
  const withdraw = async () => {
    const reason = await askReason()
    if (reason === null) return
    act(() => postJson(`${documentPath(upload)}/withdraw`, { reason }).then(() => whatAnswersStill(upload)))
  }
  const discard = () => act(() => remove(pathOf(upload)).then(() => 'Der Entwurf ist gelöscht.'))
  return [
    make(
      'button',
      { type: 'submit', value: 'publish' },
      upload.state === 'draft' ? 'Veröffentlichen' : 'Neu veröffentlichen',
    ),
    make('button.quiet', { type: 'submit', value: 'save' }, 'Angaben speichern'),
    upload.state === 'published' ? make('button.quiet', { type: 'button', click: withdraw }, 'Zurückziehen') : null,
    undoable ? make('button.quiet', { type: 'button', click: undo }, 'Letzten Schritt zurücknehmen') : null,
    upload.state === 'draft' ? make('button.quiet', { type: 'button', click: discard }, 'Entwurf löschen') : null,
  ].filter(Boolean)
}

/** The same decree may lie there once more; then that one answers from now on. */
async function whatAnswersStill(upload) {
  const { nearDuplicates } = await getJson(`${pathOf(upload)}/preview`)
  const copies = nearDuplicates.filter(({ isSame }) => isSame).map(({ documentId }) => documentId)
  if (copies.length === 0) return 'Zurückgezogen: Keine Antwort stützt sich mehr darauf.'
  return `Zurückgezogen. Derselbe Text liegt noch als ${copies.join(', ')} vor und antwortet weiter; soll er nicht gelten, bitte auch ihn zurückziehen.`
}

function historyView(events) {
  const lines = events.map((event) => {
    const { at, by, kind, reason } = event
    const changed = changedLabels(event).join(', ')
    const time = new Date(at).toLocaleString('de-DE', { dateStyle: 'medium', timeStyle: 'short' })
    return make(
      'li',
      {},
      `${time}: ${eventNames[kind]} (${by})${reason === null ? '' : `, ${reason}`}${changed && `: ${changed}`}`,
    )
  })
  return make('details', {}, make('summary', {}, `Verlauf (${events.length})`), make('ul', {}, ...lines))
}

/** An archive whose files are in the list, with what is to be known of those that are not. */
export function unpackedView(upload, act) {
  const drop = () => act(() => remove(pathOf(upload)).then(() => 'Aus der Liste genommen.'))
  return make(
    'div.notice',
    {},
    make('p', {}, make('strong', {}, upload.fileName), ` ${upload.notes.join(' ')}`),
    make('button.link', { type: 'button', click: drop }, `${upload.fileName} aus der Liste nehmen`),
  )
}

/** A file that was not taken, with what to do. */
export function refusedView(upload, act) {
  const drop = () => act(() => remove(pathOf(upload)).then(() => 'Aus der Liste genommen.'))
  return make(
    'div.problem',
    {},
    make('p', {}, make('strong', {}, upload.fileName), ` ${upload.reason}`),
    make('button.link', { type: 'button', click: drop }, `${upload.fileName} aus der Liste nehmen`),
  )
}
