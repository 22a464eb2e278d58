import { germanDay } from '../src/law/day.ts'
import type { IngestReport, ItemReport, NormDifference } from './report.ts'
import { wordDifference } from './word-difference.ts'

const linesMax = 40
const namesMax = 8

/** What one run did, for people to read: counts, what changed, what failed and what to do about it. */
export function printReport(report: IngestReport): string {
  const blocks = [
    headline(report),
    countTable(report),
    list('Geändert', report.items.filter(({ outcome }) => outcome === 'changed').map(changeLine)),
    list('Nicht eingelesen', report.items.filter(({ outcome }) => outcome === 'failed').map(failureLine)),
    list(
      'Übergangene Dateien',
      report.ignored.map(({ name, reason }) => `${name}: ${reason}`),
    ),
    closing(report),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** What a dry run found in one law, norm by norm; empty where there is nothing to show. */
export function printDifference(item: ItemReport): string {
  const differences = item.differences ?? []
  if (item.outcome !== 'changed' || differences.length === 0) return ''
  const norms = differences.slice(0, linesMax).map(normLines)
  const more = differences.length - linesMax
  return `${[changeLine(item), ...norms, ...(more > 0 ? [`  … und ${more} weitere Normen`] : [])].join('\n')}\n`
}

function headline(report: IngestReport): string {
  const texts = counted(report.items.length, 'Gesetzestext', 'Gesetzestexte')
  const verb = report.dryRun ? 'verglichen' : 'bearbeitet'
  return `Quelle: ${report.source}\n${texts} ${verb} in ${duration(report.tookMs)}.`
}

function countTable({ counts }: IngestReport): string {
  const rows: [string, number][] = [
    ['neu', counts.added],
    ['geändert', counts.changed],
    ['unverändert', counts.unchanged],
    ['nicht eingelesen', counts.failed],
  ]
  return rows.map(([label, count]) => `  ${label.padEnd(18)}${String(count).padStart(6)}`).join('\n')
}

function list(title: string, lines: string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length - linesMax
  const shown = more > 0 ? [...lines.slice(0, linesMax), `… und ${more} weitere (alle mit --json)`] : lines
  return [`${title}:`, ...shown.map((line) => `  ${line}`)].join('\n')
}

function changeLine(item: ItemReport): string {
  const { norms } = item
  const changes = [
    ['geändert', norms?.changed ?? []] as const,
    ['neu', norms?.added ?? []] as const,
    ['entfallen', norms?.removed ?? []] as const,
  ].filter(([, names]) => names.length > 0)
  const words = changes.map(([verb, names]) => `${verb} ${some(names)}`)
  return `${textOf(item)}: ${words.length > 0 ? words.join('; ') : 'nur Hinweise des Herausgebers'}`
}

function some(names: readonly string[]): string {
  const more = names.length - namesMax
  return more > 0 ? `${names.slice(0, namesMax).join(', ')} und ${more} weitere` : names.join(', ')
}

function failureLine(item: ItemReport): string {
  return `${textOf(item)}: ${item.reason ?? 'ohne Angabe von Gründen'}`
}

function textOf({ slug, day, abbreviation }: ItemReport): string {
  return `${abbreviation === undefined ? slug : `${abbreviation} (${slug})`}, Text vom ${germanDay(day)}`
}

function normLines({ norm, before, after }: NormDifference): string {
  if (before === null) return `  ${norm} – neu: ${opening(after ?? '')}`
  // A repealed norm stays in place with an empty text.
  if (after === null || after === '') return `  ${norm} – entfallen, bisher: ${opening(before)}`
  return [`  ${norm} – geändert:`, ...wordDifference(before, after).map((place) => `    ${place}`)].join('\n')
}

function opening(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  return words.length > 160 ? `${words.slice(0, 160).replace(/\s+\S*$/, '')} …` : words
}

function closing({ dryRun, counts }: IngestReport): string {
  if (dryRun) return 'Probelauf: Es wurde nichts geschrieben.'
  if (counts.failed === 0) return 'Alles ist eingelesen.'
  const rest = counts.added + counts.changed + counts.unchanged > 0 ? 'Alles Übrige ist gespeichert. ' : ''
  const failed = counted(counts.failed, 'Text wurde', 'Texte wurden')
  return `${failed} nicht eingelesen. ${rest}Vorhandenes bleibt, wie es war; ein neuer Lauf holt das Fehlende nach.`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 1) return 'weniger als einer Sekunde'
  if (seconds < 60) return counted(seconds, 'Sekunde', 'Sekunden')
  return `${counted(Math.floor(seconds / 60), 'Minute', 'Minuten')} ${seconds % 60} Sekunden`
}
