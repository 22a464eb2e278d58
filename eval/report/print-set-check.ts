import type { Fault } from '../reference/check/fault.ts'
import type { SetCheck } from '../reference/check/check-set.ts'

/** What `check` found, for the terminal: German, every fault with its line, id and what to do. */
export function printSetCheck({ questions, answerable, pairs, faults }: SetCheck): string {
  const errors = faults.filter(({ severity }) => severity === 'error')
  const warnings = faults.filter(({ severity }) => severity === 'warning')
  return [
    `${questions} lesbare Fragen, davon ${questions - answerable} ohne Antwort in der Sammlung; ${pairs.length} Stichtagspaare${
      pairs.length > 0 ? ` (${pairs.map((ids) => ids.join(' / ')).join(', ')})` : ''
    }.`,
    ...section('Fehler', errors),
    ...section('Hinweise', warnings),
    errors.length === 0
      ? 'Kein Fehler: mit diesem Fragensatz kann gemessen werden.'
      : `${errors.length} Fehler: bitte beheben und noch einmal prüfen.`,
  ].join('\n')
}

function section(title: string, faults: Fault[]): string[] {
  if (faults.length === 0) return []
  return ['', `${title} (${faults.length})`, ...faults.map(describe), '']
}

function describe({ line, id, what, remedy }: Fault): string {
  return `  Zeile ${line}${id === null ? '' : ` (${id})`}: ${what}. → ${remedy}`
}
