import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** A chart as SVG, without a browser. `description` is what a screen reader says in its place. */
export function drawChart(options: Plot.PlotOptions, description: string): string {
  const { document } = parseHTML('<html><body></body></html>')
  const chart = Plot.plot({
    ...options,
    document,
    ariaLabel: description,
    style: { fontSize: '13px', overflow: 'visible' },
  })
  const svg = chart.matches('svg') ? chart : chart.querySelector('svg[aria-label]')
  svg?.setAttribute('role', 'img')
  return chart.outerHTML
}
