import { postJson } from './api-client.js'
import { byId } from './dom.js'

let about = null

byId('feedback-close').addEventListener('click', () => byId('feedback').close())
byId('feedback-form').addEventListener('submit', (event) => {
  event.preventDefault()
  void send()
})

/** Asks what is wrong with a sentence (its number from 1) or, with null, with the whole answer. */
export function giveFeedback(answerId, claim) {
  about = { answerId, claim }
  byId('feedback-title').textContent = claim === null ? 'Zur ganzen Antwort' : `Zu Satz ${claim}`
  byId('feedback-form').reset()
  byId('feedback-problem').textContent = ''
  byId('feedback').showModal()
}

async function send() {
  const { answerId, claim } = about
  const said = { claim, reason: byId('feedback-reason').value, comment: byId('feedback-comment').value }
  try {
    await postJson(`/v1/answers/${answerId}/feedback`, said)
    byId('feedback').close()
    byId('status').textContent = 'Danke, die Rückmeldung ist ohne Namen gespeichert.'
  } catch (problem) {
    byId('feedback-problem').textContent = `${problem.title ?? 'Fehler'} ${problem.detail ?? problem.message}`
  }
}
