import { html } from 'hono/html'
import type { ScoredRun } from '../../score/scored-run.ts'
import { estimateMetric } from '../../statistics/estimate-metric.ts'
import { figureWithInterval } from '../german-figures.ts'

type Html = ReturnType<typeof html>

/** The headline figures by kind, style, topic and tag of the question. */
export function sliceSection(runs: ScoredRun[], names: string[]): Html {
  const slices = [...new Set(runs.flatMap(({ questions }) => questions.flatMap((each) => each.slices)))].toSorted()
  if (slices.length === 0) return html``
  return html`<section>
    <h2>Nach Art, Stil und Thema</h2>
    ${runs.map((run, place) => sliceTable(run, names[place] ?? '', slices))}
  </section>`
}

function sliceTable(run: ScoredRun, name: string, slices: string[]): Html {
  const metrics = run.metrics.filter(({ headline }) => headline)
  return html`<div class="wide">
    <table>
      <caption>
        ${name}
      </caption>
      <thead>
        <tr>
          <th scope="col">Teilmenge</th>
          <th scope="col">Fragen</th>
          ${metrics.map(({ title }) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${slices.map((slice) => {
          const questions = run.questions.filter((each) => each.slices.includes(slice))
          return html`<tr>
            <th scope="row">${slice}</th>
            <td>${questions.length}</td>
            ${metrics.map(
              (metric) => html`<td>${figureWithInterval(metric.unit, estimateMetric(metric, questions))}</td>`,
            )}
          </tr>`
        })}
      </tbody>
    </table>
  </div>`
}
