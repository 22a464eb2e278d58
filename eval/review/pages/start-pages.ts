import { html } from 'hono/html'
import { type Reviewer, roles } from '../judgement.ts'
import { roleWords } from '../words.ts'
import { type Html, layout, problem, undoForm } from './layout.ts'

/** Asks who judges. */
export function signInPage(error: string | null): Html {
  return layout(
    'Wer urteilt?',
    null,
    html`${problem(error)}
      <form method="post" action="/anmelden">
        <p>
          <label for="reviewer">Pseudonym</label>
          <input id="reviewer" name="reviewer" required maxlength="40" autocomplete="off" aria-describedby="hint" />
        </p>
        <p class="soft" id="hint">
          Buchstaben und Ziffern, kein wirklicher Name. Mit demselben Pseudonym wird später fortgesetzt.
        </p>
        <fieldset>
          <legend>Ich urteile als</legend>
          ${roles.map(
            (role) =>
              html`<label class="choice">
                <input type="radio" name="role" value="${role}" required /> <span>${roleWords[role]}</span>
              </label>`,
          )}
        </fieldset>
        <p class="soft">Als Urteile von Fachleuten zählen nur die der beiden ersten.</p>
        <button class="main">Beginnen</button>
      </form>`,
  )
}

export interface PartProgress {
  part: string
  title: string
  explained: string
  done: number
  total: number
}

/** What there is to do, and how far it is done. */
export function overviewPage(reviewer: Reviewer, parts: PartProgress[], canUndo: boolean): Html {
  return layout(
    'Was zu beurteilen ist',
    reviewer,
    html`${parts.map(
        ({ part, title, explained, done, total }) =>
          html`<section>
            <h2>${title}</h2>
            <p>${explained}</p>
            ${progress(done, total)}
            <p>
              <a class="main" href="/${part}">${done === 0 ? 'Beginnen' : done < total ? 'Fortsetzen' : 'Ansehen'}</a>
            </p>
          </section>`,
      )}
      ${canUndo ? undoForm() : ''}
      <section>
        <h2>Spielregeln</h2>
        <ul>
          <li>
            Maßgeblich ist die Rechtslage am genannten Tag und was die Frage wissen will, nicht die Länge oder der Stil.
          </li>
          <li>
            Welches System geantwortet hat, ist verdeckt. Bitte nicht danach suchen und nicht mit anderen absprechen.
          </li>
          <li>Die erwartete Antwort lässt sich aufklappen, sobald das eigene Urteil gespeichert ist.</li>
          <li>Jedes Urteil ist sofort gespeichert; aufhören und später fortsetzen ist jederzeit möglich.</li>
        </ul>
      </section>`,
  )
}

/** How much is done, as a bar and in words. */
export function progress(done: number, total: number): Html {
  return html`<p class="progress">
    <progress value="${done}" max="${Math.max(1, total)}" aria-label="Beurteilt"></progress>
    ${done} von ${total} beurteilt
  </p>`
}
