import type { Completeness, Figures } from '../law/upkeep.ts'
import type { Api } from './api-env.ts'
import { requireAdministrator } from './require-staff.ts'
import type { Service } from './service.ts'

/** `GET /metrics`: figures in the text format of Prometheus 0.0.4, for the administration. */
export function addMetrics(api: Api, { upkeep }: Pick<Service, 'upkeep'>): void {
  api.get('/metrics', async (c) => {
    requireAdministrator(c.get('caller'))
    const text = metricsOf(await upkeep.figures(), await upkeep.completeness())
    return c.body(text, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}

type Sample = [labels: Record<string, string>, value: number]

function metricsOf(figures: Figures, { gaps }: Completeness): string {
  const { sources } = figures
  const done = sources.filter(({ lastDoneAt }) => lastDoneAt !== null)
  return [
    metric('fundstelle_documents', 'Documents that answer', [[{}, figures.documents]]),
    metric('fundstelle_documents_withdrawn', 'Documents withdrawn', [[{}, figures.withdrawn]]),
    metric('fundstelle_passages', 'Passages that answer', [[{}, figures.passages]]),
    metric('fundstelle_revision', 'State of the collection', [[{}, figures.revision]]),
    metric('fundstelle_queue_jobs', 'Pieces of work waiting or being done', [[{}, figures.queued]]),
    metric(
      'fundstelle_sync_last_done_timestamp_seconds',
      'When a source was last run over to its end',
      done.map(({ source, lastDoneAt }) => [{ source }, Date.parse(lastDoneAt ?? '') / 1000]),
    ),
    metric(
      'fundstelle_sync_failed_items',
      'Texts that failed in the last run of a source',
      sources.map(({ source, failed }) => [{ source }, failed]),
    ),
    metric(
      'fundstelle_sync_needs_person',
      '1 where the last run of a source failed or was stopped by the deletion guard',
      sources.map(({ source, lastState }) => [{ source }, Number(['failed', 'stopped'].includes(lastState))]),
    ),
    metric(
      'fundstelle_completeness_gaps',
      'What is missing in the collection, by rule',
      gaps.map(({ rule, count }) => [{ rule }, count]),
    ),
  ].join('')
}

function metric(name: string, help: string, samples: Sample[]): string {
  if (samples.length === 0) return ''
  const lines = samples.map(([labels, value]) => `${name}${labelsOf(labels)} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}

function labelsOf(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escape(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
