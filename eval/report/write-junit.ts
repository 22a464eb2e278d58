import { html } from 'hono/html'
import type { ThresholdResult } from './threshold.ts'

/** Thresholds as JUnit XML, the form that CI systems read: one test a threshold. */
export async function writeJUnit(name: string, results: ThresholdResult[]): Promise<string> {
  const failures = results.filter(({ passed }) => !passed).length
  const suite = html`<?xml version="1.0" encoding="UTF-8"?>
    <testsuites tests="${results.length}" failures="${failures}">
      <testsuite name="${name}" tests="${results.length}" failures="${failures}">
        ${results.map(
          ({ threshold: { metric, sign, value }, fault }) => html`
            <testcase classname="${name}" name="${metric} ${sign} ${value}"
              >${fault === null ? '' : html`<failure message="${fault}"></failure>`}</testcase
            >
          `,
        )}
      </testsuite>
    </testsuites> `
  return String(await suite)
}
