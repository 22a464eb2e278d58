import { parseArgs } from 'node:util'
import { correctionSchema, type HeaderCorrection, type HeaderField } from '../src/law/correction.ts'

export type ReadCorrection =
  | { kind: 'read'; paper: string; correction: HeaderCorrection }
  | { kind: 'usage'; problem: string }

/** What a field is called on the command line, and whether it may be said several times. */
const options: Record<string, { field: HeaderField; multiple?: true; example: string }> = {
  titel: { field: 'title', example: '"Hinweise zur Musterkarte"' },
  art: { field: 'kind', example: 'erlass|entscheidung|papier' },
  gebiet: { field: 'territory', example: 'DE|DE-NW|DE-NW-05162' },
  behoerde: { field: 'issuer', example: '"Ministerium für …"' },
  bezeichnung: { field: 'kindName', example: 'Erlass|Rundschreiben|Urteil' },
  aktenzeichen: { field: 'fileNumbers', multiple: true, example: '15-39.12.01' },
  datum: { field: 'issuedOn', example: '12.03.2024' },
  'gilt-ab': { field: 'inForceFrom', example: '01.04.2024' },
  'gilt-bis': { field: 'validUntil', example: '31.12.2026' },
  betreff: { field: 'subject', example: '"Erteilung der Musterkarte"' },
  adressat: { field: 'addressees', multiple: true, example: '"Ausländerbehörden des Landes"' },
  norm: { field: 'norms', multiple: true, example: '"§ 18g AufenthG"' },
  ecli: { field: 'ecli', example: 'ECLI:DE:…' },
  ersetzt: { field: 'replaces', example: 'office:alt.pdf' },
}

const kinds: Record<string, string> = { erlass: 'decree', entscheidung: 'ruling', papier: 'paper' }
const days = new Set<HeaderField>(['issuedOn', 'inForceFrom', 'validUntil'])

/** One line an option, for the help. */
export const correctionOptions = Object.entries(options).map(
  ([name, { example, multiple }]) => `    --${name} ${example}${multiple ? '   (auch mehrfach)' : ''}`,
)

/**
 * Reads `correct <paper> --aktenzeichen … --datum …`. By Node's own reader: cac takes `15.10` for the number 15.1, and
 * an Aktenzeichen is none. An empty text says that the paper has no such thing.
 */
export function readCorrection(words: readonly string[]): ReadCorrection {
  const asked = parseWords(words)
  if (typeof asked === 'string') return usage(asked)
  const { papers, said } = asked
  const [paper] = papers
  if (paper === undefined || papers.length > 1)
    return usage('correct braucht genau ein Papier: seine Nummer oder seine Kennung (office:…).')
  if (said.length === 0) return usage('Es fehlt, was berichtigt werden soll, etwa --datum 12.03.2024.')
  const fields = said.map(([name, values]): [HeaderField, unknown] => {
    const { field, multiple } = options[name] as (typeof options)[string]
    const texts = values.map((value) => valueOf(field, value.trim()))
    return [field, multiple ? texts.filter((text) => text !== null) : texts.at(-1)]
  })
  const checked = correctionSchema.safeParse(Object.fromEntries(fields))
  if (checked.success) return { kind: 'read', paper, correction: checked.data }
  const [issue] = checked.error.issues
  const name = said.find(([option]) => options[option]?.field === issue?.path[0])?.[0] ?? ''
  return usage(`--${name}: ${complaintOf(name, issue)}`)
}

type Said = [option: string, values: string[]]

function parseWords(words: readonly string[]): { papers: string[]; said: Said[] } | string {
  const known = Object.fromEntries(
    Object.keys(options).map((name) => [name, { type: 'string' as const, multiple: true as const }]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: known, allowPositionals: true })
    return { papers: positionals, said: Object.entries(values) as Said[] }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const name = /'-{1,2}([\w-]+)/.exec(message)?.[1] ?? ''
    return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
      ? `Die Option --${name} gibt es nicht.`
      : `--${name} braucht einen Wert; beginnt er mit einem Strich: --${name}=…`
  }
}

/** Days as German offices write them, too. */
function valueOf(field: HeaderField, text: string): string | null {
  if (text === '') return null
  if (field === 'kind') return kinds[text.toLowerCase()] ?? text
  if (!days.has(field)) return text
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}

function complaintOf(name: string, issue: { message: string; code: string } | undefined): string {
  if (name === 'art') return 'erlass, entscheidung oder papier.'
  return issue?.code === 'custom' || issue?.code === 'invalid_format' || issue?.code === 'too_big'
    ? issue.message
    : 'Das darf nicht leer sein.'
}

function usage(problem: string): ReadCorrection {
  return { kind: 'usage', problem }
}
