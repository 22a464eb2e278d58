import { byId, make } from './dom.js'
import { recheck } from './recheck-view.js'
import { saveFile } from './save-file.js'

const formats = { docx: 'Word', md: 'Markdown', json: 'JSON' }

/** What can be done with a stored answer: laid in the file, looked at again, said something of. */
export function recordActions(answer, giveFeedback) {
  const result = make('div.recheck', { 'aria-live': 'polite' })
  const files = Object.entries(formats).map(([format, name]) =>
    button(name, () => saveFile(`/v1/answers/${answer.id}/vermerk?format=${format}`), `Vermerk als ${name} speichern`),
  )
  return make(
    'div.record',
    {},
    make('p', {}, 'Vermerk: ', ...files),
    make(
      'p',
      {},
      recheckButton(answer, result),
      ' ',
      button('Zur ganzen Antwort etwas melden', () => giveFeedback(answer.id, null)),
    ),
    result,
  )
}

function recheckButton({ id }, result) {
  const element = button('Gilt das noch?', () => recheck(id, result))
  element.classList.add('check')
  return element
}

/** A button whose failure is told where all failures are. */
function button(text, action, label = text) {
  const element = make('button.quiet', { type: 'button', 'aria-label': label }, text)
  element.addEventListener('click', async () => {
    try {
      await action()
    } catch (problem) {
      const told = make('p.problem', {}, make('strong', {}, problem.title ?? 'Fehler'), ' ', problem.detail ?? '')
      byId('error').replaceChildren(told)
    }
  })
  return element
}
