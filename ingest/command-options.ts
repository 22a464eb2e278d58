import { isDay, type Day } from '../src/law/day.ts'
import { parseWords } from './parse-words.ts'

const flags = [
  ['--as-of <day>', 'Tag'],
  ['--only <slugs>', 'Kürzel'],
  ['--dry-run', 'Probelauf'],
  ['--json', 'JSON'],
] as const

/** What a person asked for on the command line. */
export interface CommandOptions {
  sources: string[]
  asOf: Day | null
  only: string[] | null
  dryRun: boolean
  json: boolean
}

export type ReadOptions =
  | { kind: 'run'; options: CommandOptions }
  | { kind: 'help'; text: string }
  | { kind: 'usage'; message: string }

const known = new Set(['--', 'asOf', 'dryRun', 'json', 'only', 'help', 'h'])

/** Reads the words after `npm run ingest --`. */
export function readCommandOptions(words: readonly string[]): ReadOptions {
  const parsed = parseWords('ingest', flags, words)
  if (parsed === null) return usage('Der Aufruf ist nicht zu verstehen.')
  const { args, options } = parsed
  if (options['help'] === true || options['h'] === true) return { kind: 'help', text: helpText }
  const foreign = Object.keys(options).find((name) => !known.has(name))
  if (foreign !== undefined) return usage(`Die Option --${foreign} gibt es nicht.`)
  const sources = args.map(String)
  if (sources.length === 0) return usage('Es fehlt die Quelle.')
  const asOf = options['asOf']
  if (asOf !== undefined && !isDay(String(asOf)))
    return usage(`--as-of braucht einen Tag der Form JJJJ-MM-TT, nicht „${String(asOf)}“.`)
  const only = listOf(options['only'])
  if (options['only'] !== undefined && only.length === 0)
    return usage('--only braucht Kürzel, mit Komma getrennt: --only stag,aufenthg_2004.')
  return {
    kind: 'run',
    options: {
      sources,
      asOf: asOf === undefined ? null : (String(asOf) as Day),
      only: options['only'] === undefined ? null : only,
      dryRun: options['dryRun'] === true,
      json: options['json'] === true,
    },
  }
}

function listOf(value: unknown): string[] {
  const texts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
  return texts.flatMap((text) => text.split(',')).filter((slug) => slug !== '')
}

function usage(problem: string): ReadOptions {
  return { kind: 'usage', message: `${problem}\n\n${helpText}` }
}

const helpText = `Aufruf: npm run ingest -- <Quelle> [weitere Quellen] [Optionen]

Quellen
  publisher                 die Kerngesetze der Ausländerbehörde, heute geltend, vom Herausgeber
  publisher:stag,aufenthv   einzelne Gesetze, mit dem Kürzel aus der Adresse der Gesetzesseite
  publisher:all             alle Bundesgesetze (mehr als 6000, dauert über eine Stunde)
  rii:BVerwG,from=2023-01-01,norm=AufenthG
                            Entscheidungen der Bundesgerichte (Rechtsprechung im Internet), nach Gericht, Tag (from, to)
                            und Norm; rii allein: alle
  nrwe:<Adresse>            Entscheidungen aus NRWE, von bverwg.de (bverwg:) und aus Bayern.Recht (bayern:): die Seite
                            einer Entscheidung, oder eine, die auf welche verweist
  neuris:case-law,OVG Münster
                            Entscheidungen aus dem Rechtsinformationsportal des Bundes, die oben fehlen; neuris:directives:
                            Verwaltungsvorschriften; neuris:eli/bund/bgbl-1/2004/s1950: ein Gesetz in allen Fassungen
  rii:/ordner, nrwe:/ordner gespeicherte Dateien dieser Herausgeber; ebenso bverwg:, bayern:, neuris:
  eurlex:core               EU-Recht einer Ausländerbehörde, neueste konsolidierte Fassung; eurlex:32009R0810,62023CJ0538
                            einzeln nach CELEX-Nummer
  vwvbund:<Kürzel>          Verwaltungsvorschriften des Bundes; recht_nrw:, revosax:, bmi:, vab: mit der Adresse einer
                            Vorschrift oder Liste; alle auch aus einem Ordner gespeicherter Dateien (eurlex:/ordner)
  <Ordner>                  <kürzel>/<JJJJ-MM-TT>.xml, oder <kürzel>.xml mit --as-of
  <Archiv>                  dasselbe als .tar.xz, .tar.gz, .tar oder .zip
  office:<Ordner>           Schriftstücke des Hauses (PDF, DOCX, ODT, RTF, HTML, E-Mail, Markdown, Text), auch als .zip
  demo                      die mitgelieferte Sammlung erfundener Gesetze zum Ausprobieren

Optionen
  --as-of JJJJ-MM-TT        von welchem Tag die Texte sind, wenn die Dateinamen keinen nennen
  --only kürzel,kürzel      nur diese Gesetze
  --dry-run                 Probelauf: zeigt, was sich ändern würde, und schreibt nichts
  --json                    ein JSON-Bericht statt Text
  --help                    diese Hilfe

Ohne Quelle: npm run ingest -- flagged [--as-of JJJJ-MM-TT] [--json] nennt Erlasse, die jemand prüfen sollte.
Abgleichen, was schon eingelesen ist: npm run ingest -- sync --help

Einzelne Papiere: npm run ingest -- upload <Datei> …, dann preview, correct, publish, withdraw, undo, history (npm run ingest -- upload zeigt mehr).

Rückgabewert: 0 alles gelesen, 1 einzelne Texte nicht, 2 Aufruf falsch, 3 nichts getan.
`
