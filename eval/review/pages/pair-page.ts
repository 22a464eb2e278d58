import { html } from 'hono/html'
import type { Reviewer } from '../judgement.ts'
import type { BlindAnswer } from '../blind-text.ts'
import type { PairItem } from '../review-items.ts'
import { preferenceWords } from '../words.ts'
import { answerText, questionText } from './answer-text.ts'
import { choices, type Html, layout, problem, undoForm } from './layout.ts'
import { commentField, type Place, submitLine } from './single-page.ts'
import { progress } from './start-pages.ts'

/** Two answers side by side, in the reviewer's own order. */
export function pairPage(
  reviewer: Reviewer,
  { key, reference }: PairItem,
  sides: [BlindAnswer, BlindAnswer],
  place: Place,
  error: string | null,
): Html {
  return layout(
    `Vergleich ${place.number} von ${place.total}`,
    reviewer,
    html`${progress(place.done, place.total)} ${problem(error)} ${questionText(reference)} ${sideBySide(sides)}
      <form method="post" action="/vergleich" data-main>
        <input type="hidden" name="item" value="${key}" />
        <fieldset>
          <legend>Welche Antwort hilft in der Sache besser?</legend>
          ${choices('preference', [
            { value: 'a', key: '1', title: preferenceWords.first },
            { value: 'b', key: '2', title: preferenceWords.second },
            { value: 'equal', key: '3', title: preferenceWords.equal },
            { value: 'unusable', key: '4', title: preferenceWords.unusable },
          ])}
        </fieldset>
        ${commentField()} ${submitLine()}
      </form>
      ${place.done > 0 ? undoForm() : ''}`,
  )
}

export function sideBySide([a, b]: [BlindAnswer, BlindAnswer]): Html {
  return html`<div class="side">${answerText('Antwort A', a)} ${answerText('Antwort B', b)}</div>`
}
