import { germanDay } from '../../src/law/day.ts'
import type { SyncItem, SyncRun } from '../../src/law/sync-run.ts'

const linesMax = 40
const namesMax = 8
const stateNames: Record<SyncRun['state'], string> = {
  waiting: 'wartet',
  running: 'läuft',
  done: 'abgeschlossen',
  stopped: 'angehalten',
  failed: 'gescheitert',
}

/** A run for people to read: counts, what changed, what failed and why, and what to do. */
export function printRun(run: SyncRun, items: readonly SyncItem[]): string {
  const of = (outcome: SyncItem['outcome']) => items.filter((item) => item.outcome === outcome)
  const blocks = [
    `Quelle: ${run.name ?? run.source}\nAblauf ${run.id}: ${stateNames[run.state]}.`,
    counts(run),
    list('Neu', of('added')),
    list('Geändert', of('changed')),
    list('Zurückgezogen', of('withdrawn')),
    list('Wieder da', of('returned')),
    list('Nicht mehr geführt, antwortet weiter', of('kept')),
    list('Nicht eingelesen', of('failed')),
    [run.note, run.failure].filter((text) => text !== null).join('\n'),
    run.state === 'stopped' ? `Ausführen: npm run ingest -- sync --confirm ${run.id}` : '',
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function counts({ counts: of }: SyncRun): string {
  const rows: [string, number][] = [
    ['neu', of.added],
    ['geändert', of.changed],
    ['unverändert', of.unchanged],
    ['zurückgezogen', of.withdrawn],
    ['wieder da', of.returned],
    ['nicht eingelesen', of.failed],
  ]
  return rows.map(([label, count]) => `  ${label.padEnd(18)}${String(count).padStart(6)}`).join('\n')
}

function list(title: string, items: readonly SyncItem[]): string {
  if (items.length === 0) return ''
  const more = items.length - linesMax
  const lines = items.slice(0, linesMax).map((item) => `  ${lineOf(item)}`)
  return [`${title}:`, ...lines, ...(more > 0 ? [`  … und ${more} weitere (alle mit --json)`] : [])].join('\n')
}

function lineOf({ slug, label, day, outcome, reason, norms }: SyncItem): string {
  const name = label === null || label === slug ? slug : `${label} (${slug})`
  const text = day === null ? name : `${name}, Text vom ${germanDay(day)}`
  if (outcome !== 'changed') return reason === null ? text : `${text}: ${reason}`
  const changes = [
    ['geändert', norms?.changed ?? []] as const,
    ['neu', norms?.added ?? []] as const,
    ['entfallen', norms?.removed ?? []] as const,
  ].filter(([, names]) => names.length > 0)
  return `${text}: ${changes.map(([verb, names]) => `${verb} ${some(names)}`).join('; ') || 'nur Hinweise des Herausgebers'}`
}

function some(names: readonly string[]): string {
  const more = names.length - namesMax
  return more > 0 ? `${names.slice(0, namesMax).join(', ')} und ${more} weitere` : names.join(', ')
}
