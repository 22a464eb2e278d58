import { html } from 'hono/html'
import type { Reviewer } from '../judgement.ts'
import { roleWords } from '../words.ts'

export type Html = ReturnType<typeof html>

/** A page of the review; without a reviewer, nobody is signed in. */
export function layout(title: string, reviewer: Reviewer | null, content: Html): Html {
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/review.css" />
        <script type="module" src="/review.js"></script>
      </head>
      <body>
        <header>
          <a href="/">Antworten beurteilen</a>
          ${reviewer ? signedIn(reviewer) : ''}
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`
}

function signedIn({ reviewer, role }: Reviewer): Html {
  return html`<form method="post" action="/abmelden">
    <span>${reviewer}, ${roleWords[role]}</span>
    <button>Wechseln</button>
  </form>`
}

/** Takes back the last judgement. */
export function undoForm(): Html {
  return html`<form method="post" action="/zurueck">
    <button data-key="z"><kbd>z</kbd> Letztes Urteil zurücknehmen</button>
  </form>`
}

/** A choice of one among some; each answers to its key. */
export function choices(
  name: string,
  options: { value: string; key: string; title: string; meaning?: string }[],
  chosen: string | null = null,
): Html {
  return html`${options.map(
    ({ value, key, title, meaning }) =>
      html`<label class="choice">
        <input
          type="radio"
          name="${name}"
          value="${value}"
          data-key="${key}"
          required
          ${value === chosen ? 'checked' : ''}
        />
        <kbd>${key}</kbd>
        <span><b>${title}</b>${meaning === undefined ? '' : html` <span class="soft">${meaning}</span>`}</span>
      </label>`,
  )}`
}

export function problem(words: string | null): Html {
  return words === null ? html`` : html`<p class="problem" role="alert">${words}</p>`
}
