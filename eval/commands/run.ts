import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import type { Config } from '../../src/config.ts'
import { answerStyles, type AnswerStyle } from '../../src/law/answer.ts'
import { packageRoot } from '../../src/package-root.ts'
import { findCorpus } from '../../src/store/corpus-state.ts'
import { listLawNames } from '../../src/store/find-documents.ts'
import { findNorm } from '../../src/store/find-norm.ts'
import type { Library } from '../../src/wiring.ts'
import { missingLaws } from '../reference/missing-laws.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { setWithGold } from '../reference/set-with-gold.ts'
import { type AnswerCache, noCache, openAnswerCache } from '../run/answer-cache.ts'
import type { AnswerRecord, RunFacts } from '../run/answer-record.ts'
import { runsFolder } from '../run/read-run.ts'
import { openRunFolder } from '../run/run-folder.ts'
import { runSet } from '../run/run-set.ts'
import { openSystem } from '../run/systems/open-system.ts'
import type { System } from '../run/systems/system.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision } from './run-facts.ts'
import { withLibrary } from './with-library.ts'

export const run: Command = {
  usage: `run <Fragen.jsonl> [--system fundstelle|<Adresse>|bare|rag|import:<Datei>] [--name <Lauf>] [--label <Name>]
      [--style short] [--repeats 1] [--parallel 2] [--seed 1] [--key-file <Datei>] [--no-cache]
  stellt einem System alle Fragen und legt jede Antwort sofort unter eval/runs/<Lauf>/ ab; abgebrochen, wird mit demselben
  Namen fortgesetzt. Systeme: fundstelle (diese Installation, ohne Netz), die Adresse eines laufenden Dienstes, bare (das
  Sprachmodell aus FUNDSTELLE_LLM_URL allein), rag (dasselbe mit einem einfachen LangChain-RAG), import:<Datei> (Antworten
  eines anderen Systems als CSV mit id, Antwort, Quellen oder als JSON Lines; --label sagt, von wem). Was eine Antwort
  nennt, wird an der Sammlung in FUNDSTELLE_DATA oder DATABASE_URL geprüft.`,
  async run(words) {
    const options = readRunOptions(words)
    const set = readFileSync(options.set, 'utf8')
    const folder = await withLibrary((library, config) => runInto(library, config, options, set))
    console.log(`\n${folder}\nAuswerten: npm run eval -- report ${basename(folder)}`)
    return 0
  },
}

export interface RunOptions {
  set: string
  system: string
  /** Folder under eval/runs; null: made of the set and the system. */
  name: string | null
  label: string | null
  style: AnswerStyle
  repeats: number
  parallel: number
  seed: number
  keyFile: string | null
  cached: boolean
}

/** @throws UsageError where it is called wrongly */
export function readRunOptions(words: string[]): RunOptions {
  const text = { type: 'string' } as const
  const { positionals, values } = parseArgs({
    args: words,
    options: {
      system: text,
      name: text,
      label: text,
      style: text,
      repeats: text,
      parallel: text,
      seed: text,
      'key-file': text,
      'no-cache': { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const [set, ...more] = positionals
  if (set === undefined || more.length > 0) throw new UsageError('run nimmt eine Fragendatei.')
  const style = answerStyles.find((each) => each === (values.style ?? 'short'))
  if (!style) throw new UsageError(`--style kennt: ${answerStyles.join(', ')}`)
  if (values.name !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u.test(values.name))
    throw new UsageError('--name ist ein Ordnername ohne Schrägstriche.')
  return {
    set,
    style,
    system: values.system ?? 'fundstelle',
    name: values.name ?? null,
    label: values.label ?? null,
    repeats: wholeNumber('repeats', values.repeats ?? '1', 20),
    parallel: wholeNumber('parallel', values.parallel ?? '2', 64),
    seed: wholeNumber('seed', values.seed ?? '1', 2 ** 31),
    keyFile: values['key-file'] ?? null,
    cached: values['no-cache'] !== true,
  }
}

function wholeNumber(name: string, words: string, most: number): number {
  const number = Number(words)
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new UsageError(`--${name} ist eine ganze Zahl von 1 bis ${most}.`)
  return number
}

/** Runs a set against a system; returns the run's folder. */
export async function runInto(library: Library, config: Config, options: RunOptions, set: string): Promise<string> {
  const cases = parseReferenceCases(set)
  const { database } = library
  await refuseMissingLaws(library, cases, options.set)
  const { revision } = await findCorpus(database)
  const system = await openSystem(options, library, config, `r${revision}`)
  const facts = factsOf(system, options, set, cases.length)
  const path = join(runsFolder, options.name ?? nameOf(options, facts))
  const folder = openRunFolder(path, facts, await setWithGold(set, (asOf) => listLawNames(database, asOf)))
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort(new Error('Abgebrochen. Mit demselben --name wird fortgesetzt.')))
  const progress = showProgress()
  try {
    await runSet(
      system,
      cases,
      folder,
      {
        register: (asOf) => listLawNames(database, asOf),
        findNorm: (id, norm, day) => findNorm(database, id, norm, day),
      },
      cacheOf(system, options, facts),
      {
        repeats: options.repeats,
        seed: options.seed,
        parallel: options.parallel,
        signal: stop.signal,
        onAnswer: progress.step,
      },
    )
  } finally {
    progress.stop()
  }
  return path
}

async function refuseMissingLaws({ database }: Library, cases: ReferenceCase[], set: string): Promise<void> {
  const days = [...new Set(cases.map(({ as_of: asOf }) => asOf))]
  const registers = await Promise.all(days.map((day) => listLawNames(database, day)))
  const missing = missingLaws(cases, registers.flat())
  if (missing.length > 0)
    throw new Error(
      `${basename(set)} fragt nach Gesetzen, die der Sammlung fehlen: ${missing.join(', ')}. Bitte erst einlesen (npm run ` +
        'ingest), oder mit FUNDSTELLE_DATA eine gefüllte Sammlung nennen.',
    )
}

function factsOf(system: System, { set, repeats, seed, style }: RunOptions, text: string, cases: number): RunFacts {
  return {
    ...system.facts,
    set: basename(set),
    setSha256: createHash('sha256').update(text).digest('hex'),
    cases,
    repeats,
    seed,
    style,
    revision: codeRevision(),
    startedAt: new Date().toISOString(),
  }
}

function nameOf({ set }: RunOptions, { system, style }: RunFacts): string {
  const words = `${basename(set, '.jsonl')} ${basename(system)} ${style}`
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
}

/** Only answers whose making can be named are kept: of clean code, and never imported ones, which cost nothing. */
function cacheOf({ facts }: System, { cached }: RunOptions, { revision, seed, style }: RunFacts): AnswerCache {
  const isNamed =
    revision !== null && !revision.endsWith('-dirty') && facts.kind !== 'imported' && facts.kind !== 'service'
  if (!cached || !isNamed) return noCache
  return openAnswerCache(join(packageRoot, '.cache/eval'), { ...facts, revision, seed, style })
}

/** A bar with the time left on a terminal, a line now and then in a log; on stderr. */
function showProgress(): { step: (done: number, total: number, record: AnswerRecord) => void; stop: () => void } {
  const bar = new SingleBar({
    format: '  {bar} {value}/{total}  noch {eta_formatted}  {caseId} {status}',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5000,
    barsize: 30,
  })
  let isStarted = false
  return {
    step(done, total, { caseId, status }) {
      if (!isStarted) bar.start(total, done, { caseId, status })
      isStarted = true
      bar.update(done, { caseId, status })
    },
    stop: () => bar.stop(),
  }
}
