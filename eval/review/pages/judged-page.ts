import { html } from 'hono/html'
import { statementsOf } from '../../judge/statements.ts'
import type { ReferenceCase } from '../../reference/reference-case.ts'
import { expected } from '../../report/pages/question-section.ts'
import { pointLabels, type PointsLine, type Reviewer } from '../judgement.ts'
import { pointWords } from '../words.ts'
import { questionText } from './answer-text.ts'
import { choices, type Html, layout, undoForm } from './layout.ts'
import type { Place } from './single-page.ts'
import { progress } from './start-pages.ts'

export interface JudgedView {
  /** `einzeln` or `vergleich`. */
  part: string
  key: string
  reference: ReferenceCase
  /** What was judged, in words. */
  verdict: string
  comment: string
  /** The answer or answers. */
  answers: Html
  /** Labels given before; null where an answer is not labelled by statements. */
  labels: PointsLine['labels'] | null
  /** Number of the next item that is not judged; null where all are. */
  next: number | null
}

/** A judgement that is stored: now what is expected may be seen, and the statements labelled. */
export function judgedPage(reviewer: Reviewer, view: JudgedView, place: Place): Html {
  const { part, reference, verdict, comment, answers, next } = view
  return layout(
    `${part === 'einzeln' ? 'Antwort' : 'Vergleich'} ${place.number} von ${place.total}: beurteilt`,
    reviewer,
    html`${progress(place.done, place.total)}
      <p role="status" class="verdict">Gespeichert: <b>${verdict}</b>${comment === '' ? '' : html` – ${comment}`}</p>
      <nav aria-label="Weiter">
        <a class="main" href="${next === null ? '/' : `/${part}?nr=${next}`}" data-next>
          <kbd>Enter</kbd> ${next === null ? 'Fertig, zur Übersicht' : 'Weiter'}
        </a>
        ${undoForm()}
      </nav>
      ${questionText(reference)}
      <div class="${part === 'einzeln' ? 'side' : ''}">
        ${answers}
        <div>
          ${statements(view)}
          <details>
            <summary data-key="e"><kbd>e</kbd> Was erwartet war</summary>
            ${expected(reference)}
          </details>
        </div>
      </div>`,
  )
}

function statements({ key, reference, labels }: JudgedView): Html {
  const all = statementsOf(reference)
  if (labels === null || all.length === 0) return html``
  const labelOf = (statement: string) => labels.find(({ keyPoint }) => keyPoint === statement)?.label ?? null
  return html`<details ${labels.length > 0 ? 'open' : ''}>
    <summary data-key="p"><kbd>p</kbd> Freiwillig: Aussage für Aussage (${labels.length} von ${all.length})</summary>
    <p>
      Macht die Antwort diese Aussagen? Manche gehören hinein, manche wären falsch; danach ist hier nicht gefragt.
      Tasten
      <kbd>1</kbd>–<kbd>4</kbd> gelten der nächsten offenen Aussage.
    </p>
    <form method="post" action="/aussagen" data-points>
      <input type="hidden" name="item" value="${key}" />
      ${all.map(
        ({ statement }, at) =>
          html`<fieldset class="point">
            <legend>${statement}</legend>
            ${choices(
              `label-${at}`,
              pointLabels.map((value, place) => ({ value, key: String(place + 1), title: pointWords[value] })),
              labelOf(statement),
            )}
          </fieldset>`,
      )}
      <button class="main">Aussagen speichern</button>
    </form>
  </details>`
}
