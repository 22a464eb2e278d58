import { cac } from 'cac'
import { answerStyles, type AnswerStyle } from '../law/answer.ts'
import { isDay, toDay, type Day } from '../law/day.ts'
import { isTerritory } from '../law/territory.ts'
import { vermerkFormats, type VermerkFormat } from '../vermerk/write-vermerk.ts'

/** What a person typed after `fundstelle`. `territory` null: the configured one. */
export interface Command {
  name: 'ask' | 'search' | 'norm' | 'check' | 'vermerk'
  /** What is asked; with `check` the path of the file, with `vermerk` the id of the answer. */
  text: string
  /** Null: today, or the day of the question that is followed up. */
  asOf: Day | null
  territory: string | null
  style: AnswerStyle
  limit: number
  json: boolean
  /** Id of the answer whose question is followed up. */
  previous: string | null
  /** Where the Vermerk goes, its format told by the ending; null: nowhere, or to the terminal. */
  vermerk: string | null
}

export type ReadCommand =
  | { kind: 'run'; command: Command }
  | { kind: 'help'; text: string }
  | { kind: 'usage'; message: string }

const common = ['--', 'asOf', 'json', 'help', 'h']
const optionsOf: Record<Command['name'], ReadonlySet<string>> = {
  ask: new Set([...common, 'territory', 'style', 'previous', 'vermerk']),
  search: new Set([...common, 'territory', 'limit']),
  norm: new Set(common),
  check: new Set([...common, 'territory']),
  vermerk: new Set(['--', 'json', 'help', 'h']),
}

/** Reads the words after `fundstelle`; what is wrong with them is said in German, with the help. */
export function readCommand(words: readonly string[]): ReadCommand {
  const parsed = parse(words)
  if (parsed === null) return usage('Der Aufruf ist nicht zu verstehen.')
  const { args, options } = parsed
  if (options['help'] === true || options['h'] === true) return { kind: 'help', text: helpText }
  const [name, ...rest] = args.map(String)
  if (!isName(name)) return usage('Es fehlt der Befehl: ask, search, norm, check oder vermerk.')
  const [text, given]: [string, Options] =
    name === 'vermerk' ? [rest[0] ?? '', { ...options, vermerk: rest[1] }] : [rest.join(' ').trim(), options]
  const fault = faultOf(name, text, options) ?? vermerkFault(given['vermerk'])
  return fault === null ? { kind: 'run', command: toCommand(name, text, given) } : usage(fault)
}

type Options = Record<string, unknown>

/** Null for words that cac itself stumbles over (`--constructor`). */
function parse(words: readonly string[]): { args: readonly string[]; options: Options } | null {
  const program = cac('fundstelle')
  program
    .command('[...words]')
    .allowUnknownOptions()
    .option('--as-of <day>', 'Tag')
    .option('--territory <code>', 'Gebiet')
    .option('--style <style>', 'Form')
    .option('--limit <number>', 'Anzahl')
    .option('--json', 'JSON')
    .option('--previous <id>', 'Antwort davor')
    .option('--vermerk <file>', 'Datei')
  try {
    return program.parse(['node', 'fundstelle', ...words], { run: false })
  } catch {
    return null
  }
}

function faultOf(name: Command['name'], text: string, options: Options): string | null {
  const foreign = Object.keys(options).find((option) => !optionsOf[name].has(option))
  if (foreign !== undefined) return `Die Option --${foreign} gibt es bei ${name} nicht.`
  if (text === '') return `Es fehlt, wonach gefragt ist: fundstelle ${name} "…"`
  const { asOf, territory, style, limit } = options
  if (asOf !== undefined && !isDay(String(asOf))) return '--as-of braucht einen Tag der Form JJJJ-MM-TT.'
  if (territory !== undefined && !isTerritory(String(territory)))
    return '--territory braucht DE, ein Land (DE-NW) oder einen Gemeindeschlüssel (DE-NW-05162024).'
  if (style !== undefined && !isStyle(style)) return `--style ist eines von: ${answerStyles.join(', ')}.`
  const count = Number(limit ?? 10)
  if (!Number.isInteger(count) || count < 1 || count > 100) return '--limit ist eine Zahl von 1 bis 100.'
  return null
}

function vermerkFault(file: unknown): string | null {
  if (file === undefined || formatOf(String(file)) !== null) return null
  return `Ein Vermerk ist eine Datei, die auf ${vermerkFormats.map((format) => `.${format}`).join(', ')} endet.`
}

/** The format a file's name ends in; null where there is no such format. */
export function formatOf(file: string): VermerkFormat | null {
  return vermerkFormats.find((format) => file.toLowerCase().endsWith(`.${format}`)) ?? null
}

function isName(name: string | undefined): name is Command['name'] {
  return name !== undefined && Object.hasOwn(optionsOf, name)
}

function isStyle(style: unknown): style is AnswerStyle {
  return answerStyles.some((known) => known === style)
}

function toCommand(name: Command['name'], text: string, options: Options): Command {
  const { asOf, territory, style, limit, json, previous, vermerk } = options
  return {
    name,
    text,
    asOf: asOf === undefined ? null : toDay(String(asOf)),
    territory: territory === undefined ? null : String(territory),
    style: isStyle(style) ? style : 'short',
    limit: Number(limit ?? 10),
    json: json === true,
    previous: previous === undefined ? null : String(previous),
    vermerk: vermerk === undefined ? null : String(vermerk),
  }
}

function usage(problem: string): ReadCommand {
  return { kind: 'usage', message: `${problem}\n\n${helpText}` }
}

const helpText = `Aufruf: fundstelle <Befehl> "…" [Optionen]

Befehle
  ask "Frage"               beantwortet eine Frage, jeder Satz mit seiner Fundstelle
  search "Suchwörter"       zeigt Fundstellen, die beste zuerst
  norm "§ 5 Abs. 1 …"       zeigt den Text einer Norm; das Gesetz gehört dazu
  check Datei.txt           prüft jede Fundstelle eines Textes und die Sätze, die sie nennen
  vermerk Kennung [Datei]   gibt eine gespeicherte Antwort als Vermerk aus (Datei: .md, .docx, .json)
  mcp                       spricht MCP über Ein- und Ausgabe, für Programme mit Sprachmodellen

Optionen
  --as-of JJJJ-MM-TT        Tag, dessen Rechtslage gefragt ist (sonst heute)
  --territory DE-NW         Gebiet (ask, search, check; sonst FUNDSTELLE_TERRITORY)
  --style short             short, full, vermerk oder einfache_sprache (ask)
  --limit 10                wie viele Fundstellen, 1 bis 100 (search)
  --previous Kennung        Antwort, auf deren Frage diese folgt (ask)
  --vermerk Datei.docx      legt die Antwort auch als Vermerk ab: .docx, .md oder .json (ask)
  --json                    JSON statt Text, in der Form der Schnittstelle
  --help                    diese Hilfe

Rückgabewert: 0 beantwortet, 1 Fehler, 2 Aufruf falsch, 3 keine Antwort, nicht gefunden
oder (check) etwas zu beanstanden.
`
