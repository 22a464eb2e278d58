import { cac } from 'cac'
import type { HeaderCorrection } from '../src/law/correction.ts'
import { correctionOptions, readCorrection } from './correct-options.ts'

/** What staff asked for on the command line. */
export type StaffCommand =
  | { name: 'upload'; files: string[] }
  | { name: 'uploads' }
  | { name: 'preview'; id: string }
  | { name: 'correct'; paper: string; correction: HeaderCorrection }
  | { name: 'publish'; id: string; replaces: string | null }
  | { name: 'withdraw'; id: string; reason: string }
  | { name: 'undo' | 'history'; id: string }

export type ReadStaffOptions = { kind: 'run'; command: StaffCommand } | { kind: 'usage'; message: string }

const names = ['upload', 'uploads', 'preview', 'correct', 'publish', 'withdraw', 'undo', 'history'] as const
const known = new Set(['--', 'replaces', 'reason', 'help', 'h'])

/** True for the commands of staff; all other first words name a source. */
export function isStaffCommand([first]: readonly string[]): boolean {
  return names.some((name) => name === first)
}

/** Reads the words after `npm run ingest --`, of which the first is one of the commands. */
export function readStaffOptions(words: readonly string[]): ReadStaffOptions {
  if (words[0] === 'correct') return readCorrect(words.slice(1))
  const program = cac('ingest')
  program.command('[...words]').allowUnknownOptions()
  const { args, options } = program.parse(['node', 'ingest', ...words], { run: false })
  const foreign = Object.keys(options).find((name) => !known.has(name))
  const [name, ...rest] = args.map(String)
  if (foreign !== undefined || options['help'] === true || options['h'] === true) return usage
  const command = commandOf(name, rest, textOf(options['replaces']), textOf(options['reason']))
  return command === null ? usage : { kind: 'run', command }
}

function readCorrect(words: readonly string[]): ReadStaffOptions {
  const read = readCorrection(words)
  if (read.kind === 'usage') return { kind: 'usage', message: `${read.problem}\n\n${usage.message}` }
  const { paper, correction } = read
  return { kind: 'run', command: { name: 'correct', paper, correction } }
}

function commandOf(
  name: string | undefined,
  rest: string[],
  replaces: string | null,
  reason: string | null,
): StaffCommand | null {
  if (name === 'uploads') return rest.length === 0 ? { name } : null
  if (name === 'upload') return rest.length > 0 ? { name, files: rest } : null
  const [id] = rest
  if (id === undefined || rest.length > 1) return null
  if (name === 'publish') return { name, id, replaces }
  if (name === 'withdraw') return reason === null ? null : { name, id, reason }
  return name === 'preview' || name === 'undo' || name === 'history' ? { name, id } : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

const usage = {
  kind: 'usage',
  message: `Aufruf: npm run ingest -- <Befehl>

  upload <Datei> [weitere]             Papiere einlesen; sie werden Entwürfe
  uploads                              was hochgeladen ist
  preview <Nummer>                     was erkannt wurde und was veröffentlicht würde
  correct <Nummer oder Kennung> --aktenzeichen … --datum …   Kopfdaten berichtigen; "" heißt: hat keine
${correctionOptions.join('\n')}
  publish <Nummer> [--replaces <Kennung>]   veröffentlichen, auch anstelle eines anderen Dokuments
  withdraw <Kennung> --reason "…"      aus allen Antworten nehmen
  undo <Kennung>                       den letzten Schritt zurücknehmen
  history <Kennung>                    wer wann was getan hat

Was nach dem Veröffentlichen berichtigt wird, gilt erst, wenn neu veröffentlicht ist; bei Papieren aus einem Ordner,
wenn er wieder abgeglichen ist. Hochgeladenes auch auf der Seite /quellen.
`,
} as const
