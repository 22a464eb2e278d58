import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { ScoredRun } from '../../score/scored-run.ts'
import { type HeadlineRow, headlineRows } from '../headline-rows.ts'
import { namesOf } from '../run-names.ts'
import { comparisonSection } from './comparison-section.ts'
import { historyChart, type HistoryPoint } from './history-chart.ts'
import { intervalChart } from './interval-chart.ts'
import { questionSection } from './question-section.ts'
import { sliceSection } from './slice-section.ts'

type Html = ReturnType<typeof html>

const css = readFileSync(new URL('report.css', import.meta.url), 'utf8')

/**
 * The report of one or more runs on the same questions as one HTML file: no script, no other file, no address. The
 * questions that turned between two runs stand first, then the figures, then every question.
 */
export async function reportPage(runs: ScoredRun[], history: HistoryPoint[]): Promise<string> {
  const names = namesOf(runs)
  const rows = headlineRows(runs)
  const title = `Prüfbericht: ${names.join(' und ')}`
  const page = html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          ${raw(css)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${factsSection(runs, names)} ${comparisonSection(runs)}
          <section>
            <h2>Kennzahlen</h2>
            ${headlineTable(rows, names)}
            <p class="soft">
              Mit 95-%-Intervall (Bootstrap über Themen, BCa). Ein Stern steht bei Kennzahlen, die vor dem ersten
              Ergebnis festgelegt wurden.
            </p>
            <div class="chart">${raw(intervalChart(rows, names))}</div>
          </section>
          ${sliceSection(runs, names)} ${historySection(history)} ${questionSection(runs, names)}
        </main>
      </body>
    </html>`
  return String(await page)
}

function factsSection(runs: ScoredRun[], names: string[]): Html {
  return html`<section>
    <table>
      <caption>
        Was verglichen wird
      </caption>
      <thead>
        <tr>
          <th scope="col">System</th>
          <th scope="col">Fragen</th>
          <th scope="col">Modell</th>
          <th scope="col">Stand der Sammlung</th>
          <th scope="col">Programm</th>
          <th scope="col">Lauf vom</th>
        </tr>
      </thead>
      <tbody>
        ${runs.map(
          ({ facts }, place) =>
            html`<tr>
              <th scope="row">${names[place]}</th>
              <td>${facts.set}, ${facts.cases} Fragen, je ${facts.repeats}-mal</td>
              <td>${facts.model ?? 'keines'}</td>
              <td>${facts.corpusState ?? '–'}</td>
              <td>${facts.revision ?? '–'}</td>
              <td>${facts.startedAt.slice(0, 10)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

function headlineTable(rows: HeadlineRow[], names: string[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Kennzahl</th>
        ${names.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ metric, cells }) =>
          html`<tr>
            <th scope="row">${metric.title}${metric.headline ? ' *' : ''}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function historySection(history: HistoryPoint[]): Html {
  const chart = historyChart(history)
  return chart === ''
    ? html``
    : html`<section>
        <h2>Verlauf</h2>
        <div class="chart">${raw(chart)}</div>
      </section>`
}
