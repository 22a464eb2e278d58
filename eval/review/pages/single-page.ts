import { html } from 'hono/html'
import { grades, type Reviewer } from '../judgement.ts'
import { gradeWords } from '../words.ts'
import type { BlindAnswer } from '../blind-text.ts'
import type { SingleItem } from '../review-items.ts'
import { answerText, questionText } from './answer-text.ts'
import { choices, type Html, layout, problem, undoForm } from './layout.ts'
import { progress } from './start-pages.ts'

/** Where an item stands in the reviewer's order. */
export interface Place {
  number: number
  done: number
  total: number
}

/** One answer, to be judged. What is expected is not in it. */
export function singlePage(
  reviewer: Reviewer,
  { key, reference }: SingleItem,
  answer: BlindAnswer,
  place: Place,
  error: string | null,
): Html {
  return layout(
    `Antwort ${place.number} von ${place.total}`,
    reviewer,
    html`${progress(place.done, place.total)} ${problem(error)} ${questionText(reference)}
      ${answerText('Antwort', answer)}
      <form method="post" action="/einzeln" data-main>
        <input type="hidden" name="item" value="${key}" />
        <fieldset>
          <legend>Die Antwort ist</legend>
          ${choices(
            'grade',
            grades.map((value, at) => ({ value, key: String(at + 1), ...gradeWords[value] })),
          )}
        </fieldset>
        ${answer.sources.length === 0 ? '' : sourcesQuestion()} ${commentField()} ${submitLine()}
      </form>
      ${place.done > 0 ? undoForm() : ''}`,
  )
}

function sourcesQuestion(): Html {
  return html`<fieldset>
    <legend>Die genannten Quellen tragen die Antwort</legend>
    ${choices('sources', [
      { value: 'yes', key: 'j', title: 'ja' },
      { value: 'no', key: 'n', title: 'nein', meaning: 'Eine tragende Aussage steht in keiner von ihnen.' },
    ])}
  </fieldset>`
}

export function commentField(): Html {
  return html`<p>
    <label for="comment"><kbd>k</kbd> Bemerkung (freiwillig, ohne Personendaten)</label>
    <textarea id="comment" name="comment" rows="2" maxlength="4000" data-key="k"></textarea>
  </p>`
}

export function submitLine(): Html {
  return html`<p>
    <button class="main"><kbd>Enter</kbd> Urteil speichern</button>
    <span class="soft">In der Bemerkung: Strg + Enter</span>
  </p>`
}
