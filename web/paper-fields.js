import { make } from './dom.js'

/** The fields of a paper's header as staff see and correct them. */

const kinds = {
  decree: 'Erlass, Weisung, Verwaltungsvorschrift',
  ruling: 'Gerichtsentscheidung',
  paper: 'Anderes Papier',
}

/** `lines`: one value a line. `required`: never empty. */
const fieldTypes = {
  title: { label: 'Titel', type: 'text', required: true },
  kind: { label: 'Art', type: 'select' },
  territory: { label: 'Gebiet (DE, DE-NW, DE-NW-05162)', type: 'text', required: true },
  issuer: { label: 'Behörde oder Gericht', type: 'text' },
  kindName: { label: 'Bezeichnung (Erlass, Rundschreiben, Urteil)', type: 'text' },
  fileNumbers: { label: 'Aktenzeichen, je Zeile eines', type: 'lines' },
  issuedOn: { label: 'Datum', type: 'date' },
  inForceFrom: { label: 'Gilt ab, wenn nicht ab dem Datum', type: 'date' },
  validUntil: { label: 'Gilt bis einschließlich', type: 'date' },
  subject: { label: 'Betreff', type: 'text' },
  addressees: { label: 'Adressaten, je Zeile einer', type: 'lines' },
  norms: { label: 'Normen, je Zeile eine', type: 'lines' },
  ecli: { label: 'ECLI', type: 'text' },
  replaces: { label: 'Ersetzt (Kennung des Dokuments)', type: 'text', list: 'documents' },
}

const certaintyNames = {
  staff: 'von der Redaktion angegeben',
  high: 'sicher erkannt',
  medium: 'erkannt, bitte ansehen',
  low: 'unsicher, bitte prüfen',
  none: 'nicht gefunden',
}

/** The inputs of all fields, each with how sure it is and the words it was read from. `prefix` keeps ids apart. */
export function fieldInputs(fields, prefix) {
  return Object.keys(fieldTypes).map((name) => fieldInput(name, fields[name], `${prefix}-${name}`))
}

function fieldInput(name, field, id) {
  const { label } = fieldTypes[name]
  const input = inputOf(name, field.value, id)
  input.setAttribute('aria-describedby', `${id}-hint`)
  const looks = { low: '.unsure', none: '' }[field.certainty] ?? '.sure'
  return make(
    `div.field${looks}`,
    {},
    make('label', { for: id }, label),
    input,
    make('p.hint', { id: `${id}-hint` }, certaintyNames[field.certainty], ...wordsOf(field)),
    field.suggestion === null ? null : suggestion(name, field.suggestion, input),
  )
}

function wordsOf({ words }) {
  return words === null ? [] : [' aus: ', make('span.words', {}, `„${words}“`)]
}

function inputOf(name, value, id) {
  const { type, required, list } = fieldTypes[name]
  const attributes = { id, name, ...(required ? { required: '' } : {}), ...(list ? { list } : {}) }
  if (type === 'select') {
    const options = Object.entries(kinds).map(([kind, text]) =>
      make('option', kind === value ? { value: kind, selected: '' } : { value: kind }, text),
    )
    return make('select', attributes, ...options)
  }
  if (type === 'lines') return make('textarea', { ...attributes, rows: 2 }, textOf(value))
  return make('input', { ...attributes, type, value: textOf(value) })
}

function suggestion(name, value, input) {
  const take = () => {
    input.value = textOf(value)
    input.focus()
  }
  return make(
    'p.hint',
    {},
    `Vorschlag: ${textOf(value)} `,
    make('button.link', { type: 'button', click: take }, 'übernehmen'),
  )
}

function textOf(value) {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : one.text)).join('\n')
  return value ?? ''
}

/** What a step changed, by the names of the fields. */
export function changedLabels({ before, after }) {
  if (before === null) return []
  return Object.keys({ ...before, ...after })
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after?.[name]))
    .map((name) => fieldTypes[name]?.label ?? 'Wirkung auf andere')
}

/** What the form says otherwise than it was shown; a field that was emptied is said to be empty. */
export function changesOf(form, fields) {
  const changes = {}
  for (const [name, { type }] of Object.entries(fieldTypes)) {
    const text = form.elements.namedItem(name).value.trim()
    if (text === textOf(fields[name].value).trim()) continue
    const lines = text.split('\n').map((line) => line.trim())
    changes[name] = type === 'lines' ? lines.filter((line) => line !== '') : text === '' ? null : text
  }
  return changes
}
