import { parseWords } from '../parse-words.ts'

const flags = [
  ['--confirm <run>', 'Ablauf'],
  ['--again', 'neu lesen'],
  ['--dry-run', 'Probelauf'],
  ['--json', 'JSON'],
] as const

/** What a person asked for after `npm run ingest -- sync` or `-- work`. */
export type SyncOptions =
  | { kind: 'sync'; sources: string[]; again: boolean; dryRun: boolean; json: boolean }
  | { kind: 'confirm'; run: string }
  | { kind: 'work' }
  | { kind: 'help'; text: string }
  | { kind: 'usage'; message: string }

const known = new Set(['--', 'again', 'dryRun', 'json', 'confirm', 'help', 'h'])

/** True for words that concern keeping current, not feeding in. A folder called like that is written `./sync`. */
export function isSyncCommand(words: readonly string[]): boolean {
  return words[0] === 'sync' || words[0] === 'work'
}

/** Reads the words after `npm run ingest --` whose first is `sync` or `work`. */
export function readSyncOptions(words: readonly string[]): SyncOptions {
  const parsed = parseWords('ingest sync', flags, words.slice(1))
  if (parsed === null) return usage('Der Aufruf ist nicht zu verstehen.')
  const { args, options } = parsed
  if (options['help'] === true || options['h'] === true) return { kind: 'help', text: helpText }
  const foreign = Object.keys(options).find((name) => !known.has(name))
  if (foreign !== undefined) return usage(`Die Option --${foreign} gibt es nicht.`)
  const sources = args.map(String)
  if (words[0] === 'work') return sources.length > 0 ? usage('work nimmt keine Quellen.') : { kind: 'work' }
  const run = options['confirm']
  if (run !== undefined)
    return typeof run === 'string' ? { kind: 'confirm', run } : usage('--confirm braucht einen Ablauf.')
  const isSet = (name: string) => options[name] === true
  return { kind: 'sync', sources, again: isSet('again'), dryRun: isSet('dryRun'), json: isSet('json') }
}

function usage(problem: string): SyncOptions {
  return { kind: 'usage', message: `${problem}\n\n${helpText}` }
}

const helpText = `Aufruf: npm run ingest -- sync [Quelle …] [Optionen]
        npm run ingest -- work

sync      gleicht die Quellen ab: liest, was neu oder geändert ist, und zieht zurück, was eine Quelle nicht mehr führt.
          Ohne Namen alle aus FUNDSTELLE_SYNC. Namen wie bei npm run ingest -- --help.
work      arbeitet Abläufe ab, bis es beendet wird; auf einem Server in beliebig vielen Prozessen.

Optionen
  --again             liest auch Unverändertes neu: nach einer neuen Fassung von Fundstelle, nach geänderter Gebietsangabe
  --dry-run           zeigt, was sich ändern würde, und schreibt nichts
  --confirm <Ablauf>  führt aus, was ein angehaltener Ablauf zurückziehen würde
  --json              ein JSON-Bericht statt Text
  --help              diese Hilfe

Rückgabewert: 0 alles abgeglichen, 1 einzelne Texte nicht oder ein Ablauf wartet auf Zustimmung, 2 Aufruf falsch, 3 nichts getan.
`
