import { html } from 'hono/html'
import type { ReferenceCase } from '../../reference/reference-case.ts'
import type { AnswerRecord } from '../../run/answer-record.ts'
import type { Metric, ScoredQuestion } from '../../score/metric.ts'
import type { ScoredRun } from '../../score/scored-run.ts'
import { figure } from '../german-figures.ts'

type Html = ReturnType<typeof html>

const statusWords = { answered: 'beantwortet', refused: 'abgelehnt', failed: 'gescheitert' }

/** Every question with what was expected and what each system answered, side by side. */
export function questionSection(runs: ScoredRun[], names: string[]): Html {
  const cases = runs[0]?.cases ?? []
  return html`<section>
    <h2>Alle Fragen</h2>
    ${cases.map(
      (one) =>
        html`<details id="frage-${one.id}">
          <summary>
            <strong>${one.id}</strong> ${one.question}
            ${runs.map((run) => html`<span class="tag">${shortVerdict(run, one)}</span>`)}
          </summary>
          ${expected(one)}
          <div class="side">${runs.map((run, place) => answerOf(run, names[place] ?? '', one))}</div>
        </details>`,
    )}
  </section>`
}

/** What an expert expects of an answer. */
export function expected(one: ReferenceCase): Html {
  return html`<h3>Erwartet (Stand ${one.as_of})</h3>
    ${one.answerable ? '' : html`<p>Die Sammlung enthält die Antwort nicht; richtig ist eine Ablehnung.</p>`}
    ${one.reference_answer === undefined ? '' : html`<p>${one.reference_answer}</p>`}
    ${list('Fundstellen', [
      ...one.gold.map(
        ({ law, norm, para, essential }) =>
          `${norm}${para === null ? '' : ` Abs. ${para}`} ${law}${essential ? '' : ' (ergänzend)'}`,
      ),
      ...(one.sources ?? []),
    ])}
    ${list('Kernaussagen', one.key_points)} ${list('Falsch wäre', one.forbidden)}`
}

function list(title: string, items: string[]): Html {
  return items.length === 0
    ? html``
    : html`<h4>${title}</h4>
        <ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`
}

function answerOf(run: ScoredRun, name: string, one: ReferenceCase): Html {
  const answers = run.answers.filter(({ caseId }) => caseId === one.id)
  const scored = run.questions.find(({ caseId }) => caseId === one.id)
  return html`<article>
    <h3>${name}</h3>
    ${answers.length === 0 ? html`<p>Keine Antwort.</p>` : answers.map((answer) => answerText(answer, answers.length))}
    ${scored ? scoreTable(run.metrics, scored) : ''}
  </article>`
}

function answerText(answer: AnswerRecord, repeats: number): Html {
  return html`${repeats > 1 ? html`<h4>Durchgang ${answer.repeat}</h4>` : ''}
    <p class="soft">
      ${statusWords[answer.status]}${answer.refusalReason === null ? '' : ` (${answer.refusalReason})`}
    </p>
    <p class="answer">${answer.error ?? answer.answer}</p>
    ${
      answer.sources.length === 0
        ? ''
        : html`<ul class="sources">
            ${answer.sources.map((source) => html`<li>${source.written} ${sourceFaults(source)}${quoteOf(source.quote)}</li>`)}
          </ul>`
    }`
}

function quoteOf(quote: string | null): Html {
  return quote === null ? html`` : html`<blockquote>${quote}</blockquote>`
}

function sourceFaults({ exists, inForce, verbatim }: AnswerRecord['sources'][number]): string {
  const faults = [
    exists === false && 'gibt es nicht',
    exists === null && 'nicht prüfbar',
    inForce === false && 'galt an diesem Tag nicht',
    verbatim === false && 'Zitat nicht wörtlich',
  ].filter((fault) => fault !== false)
  return faults.length === 0 ? '' : `[${faults.join(', ')}] `
}

function scoreTable(metrics: Metric[], { scores }: ScoredQuestion): Html {
  return html`<table>
    <tbody>
      ${metrics.flatMap(({ id, title, unit }) => {
        const score = scores[id] ?? null
        return score === null
          ? []
          : [
              html`<tr>
                <th scope="row">${title}</th>
                <td>${figure(unit, score)}</td>
              </tr>`,
            ]
      })}
    </tbody>
  </table>`
}

/** What a reader who scans the list wants to see: refusals and failures, and the shares that are not full. */
function shortVerdict(run: ScoredRun, one: ReferenceCase): string {
  const scored = run.questions.find(({ caseId }) => caseId === one.id)
  const first = run.answers.find(({ caseId }) => caseId === one.id)
  if (!scored || !first) return 'ohne Antwort'
  const weak = run.metrics.filter(({ id, headline, unit, better }) => {
    const score = scored.scores[id] ?? null
    return headline && unit === '' && score !== null && (better === 'higher' ? score < 1 : score > 0)
  })
  return weak.length === 0
    ? `${statusWords[first.status]}, alles erfüllt`
    : `${statusWords[first.status]}, ${weak.length} Mängel`
}
