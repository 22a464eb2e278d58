import { html } from 'hono/html'
import type { ReferenceCase } from '../../reference/reference-case.ts'
import type { BlindAnswer } from '../blind-text.ts'
import type { Html } from './layout.ts'

/** The question and the day it is asked of. */
export function questionText({ question, as_of: day }: ReferenceCase): Html {
  return html`<section aria-labelledby="question">
    <h2 id="question">Frage</h2>
    <p class="question">${question}</p>
    <p class="soft">Rechtslage am ${day.split('-').toReversed().join('.')}</p>
  </section>`
}

/** An answer and its sources, the same look for every system. */
export function answerText(title: string, { paragraphs, sources }: BlindAnswer): Html {
  return html`<article>
    <h2>${title}</h2>
    ${paragraphs.length === 0 ? html`<p class="soft">Keine Worte.</p>` : paragraphs.map((text) => html`<p>${text}</p>`)}
    <h3>Quellen</h3>
    ${
      sources.length === 0
        ? html`<p class="soft">Keine genannt.</p>`
        : html`<ol>
            ${sources.map(({ written, quote }) => html`<li>${written}${quote === null ? '' : shownWords(quote)}</li>`)}
          </ol>`
    }
  </article>`
}

function shownWords(quote: string): Html {
  return html`<details>
    <summary>Wortlaut, wie ihn die Antwort zeigt</summary>
    <blockquote>${quote}</blockquote>
  </details>`
}
