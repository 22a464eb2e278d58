import { html } from 'hono/html'
import type { ScoredRun } from '../../score/scored-run.ts'
import type { MetricComparison } from '../../statistics/compare-metric.ts'
import { describeComparison } from '../../statistics/describe-comparison.ts'
import { comparisonOf } from '../print-runs.ts'
import { namesOf } from '../run-names.ts'

type Html = ReturnType<typeof html>

/** What may be said of two runs, one sentence a figure, with the questions that turned; of more or fewer runs nothing. */
export function comparisonSection(runs: ScoredRun[]): Html {
  const [first, second, ...more] = runs
  if (!first || !second || more.length > 0) return html``
  const [one = '', other = ''] = namesOf(runs)
  const names = { first: one, second: other }
  const { metrics, slices } = comparisonOf(first, second)
  const standing = slices.filter(({ stands }) => stands)
  return html`<section>
    <h2>Unterschied</h2>
    ${flipList(metrics)}
    <ul>
      ${metrics.map((each) => html`<li class="${each.verdict}">${describeComparison(each, names)}</li>`)}
    </ul>
    <h3>In Teilmengen</h3>
    <p class="soft">Korrigiert für die Zahl der Vergleiche (Benjamini–Hochberg, 10 %).</p>
    ${
      standing.length === 0
        ? html`<p>In keiner Teilmenge besteht nach der Korrektur ein Unterschied.</p>`
        : html`<ul>
            ${standing.map(
              (each) => html`<li class="${each.verdict}">${each.slice}: ${describeComparison(each, names)}</li>`,
            )}
          </ul>`
    }
  </section>`
}

function flipList(metrics: MetricComparison[]): Html {
  const turned = metrics.filter(({ metric, flips }) => metric.scale === 'share' && metric.headline && flips.length > 0)
  if (turned.length === 0) return html`<p>Keine Frage ist bei einer festgelegten Kennzahl umgeschlagen.</p>`
  return html`<h3>Umgeschlagene Fragen</h3>
    <dl>
      ${turned.map(({ metric, flips }) => {
        const sign = metric.better === 'higher' ? 1 : -1
        const lost = flips.filter((flip) => sign * (flip.second - flip.first) < 0)
        const won = flips.filter((flip) => sign * (flip.second - flip.first) > 0)
        return html`<dt>${metric.title}</dt>
          <dd>Verloren: ${linksTo(lost)}</dd>
          <dd>Gewonnen: ${linksTo(won)}</dd>`
      })}
    </dl>`
}

function linksTo(flips: { caseId: string }[]): Html {
  if (flips.length === 0) return html`keine`
  return html`${flips.map(({ caseId }) => html`<a href="#frage-${caseId}">${caseId}</a> `)}`
}
