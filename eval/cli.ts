import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { rankingWeights } from '../src/answer/retrieve/weights.ts'
import { loadAskedQuestions } from '../src/asked-questions.ts'
import { readConfig } from '../src/config.ts'
import { packageRoot } from '../src/package-root.ts'
import { findActiveIndex } from '../src/store/embedding-index.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { contentWords } from '../src/text/words.ts'
import { type Library, openLibrary } from '../src/wiring.ts'
import { readEvalOptions, type RetrievalOptions, usage, type VerifierOptions } from './command-options.ts'
import { evaluateRetrieval } from './evaluate-retrieval.ts'
import { missingLaws } from './reference/missing-laws.ts'
import { parseReferenceCases } from './reference/parse-reference-cases.ts'
import { printRetrieval } from './report/print-retrieval.ts'
import { printVerifier } from './report/print-verifier.ts'
import { askCases } from './run/ask-cases.ts'
import { evaluateFresh } from './verifier/evaluate-fresh.ts'
import { evaluateVerifier } from './verifier/evaluate-verifier.ts'

/** `npm run eval -- retrieval <set>` or `verifier`: exit code 0, or 2 for wrong usage. */
async function main(words: string[]): Promise<number> {
  const options = readEvalOptions(words)
  if (!options) {
    console.error(usage)
    return 2
  }
  const config = readConfig()
  const library = await openLibrary(config)
  try {
    if (options.command === 'verifier') await measureVerifier(library, options)
    else {
      const askedWords = new Set(loadAskedQuestions(config.dataFolder).flatMap(({ text }) => contentWords(text)))
      for (const set of options.sets) await measureRetrieval(library, askedWords, set, options.parts)
    }
  } finally {
    await library.database.close()
  }
  return 0
}

async function measureRetrieval(
  library: Library,
  askedWords: ReadonlySet<string>,
  set: string,
  parts: RetrievalOptions['parts'],
): Promise<void> {
  const cases = parseReferenceCases(readFileSync(set, 'utf8'))
  const registers = new Map<string, Awaited<ReturnType<typeof listLawNames>>>()
  for (const { as_of } of cases)
    if (!registers.has(as_of)) registers.set(as_of, await listLawNames(library.database, as_of))
  const missing = missingLaws(cases, [...registers.values()].flat())
  if (missing.length > 0) {
    throw new Error(
      `${basename(set)} fragt nach Gesetzen, die der Sammlung fehlen: ${missing.join(', ')}. Gemessen würde die Sammlung, nicht ` +
        'die Suche. Bitte erst einlesen (npm run ingest), oder mit FUNDSTELLE_DATA eine gefüllte Sammlung nennen.',
    )
  }
  const asked = askCases(cases, registers, library.lexicon)
  const report = await evaluateRetrieval(library, askedWords, asked, parts)
  const facts = await factsOf(library, set)
  console.log(
    `\n${facts.set}: ${asked.length} answerable questions, embedding ${facts.embedding}\n\n${printRetrieval(report)}`,
  )
  writeRun(`retrieval-${basename(set, '.jsonl')}`, { ...facts, ...report })
}

async function measureVerifier({ database }: Library, { questions, part }: VerifierOptions): Promise<void> {
  const report =
    part === 'fresh'
      ? await evaluateFresh(database)
      : await evaluateVerifier(database, parseReferenceCases(readFileSync(questions, 'utf8')), part === 'held-out')
  const which = { tuned: '', 'held-out': ', set aside', fresh: ', fresh' }[part]
  console.log(`\n${report.laws.length} laws${which}\n\n${printVerifier(report)}`)
  const measuredAt = new Date().toISOString()
  writeRun(part === 'tuned' ? 'verifier' : `verifier-${part}`, { measuredAt, revision: revisionOf(), ...report })
}

function writeRun(name: string, run: object): void {
  const folder = join(packageRoot, 'eval/runs')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(run, null, 2)}\n`)
}

/** What the figures depend on, so that two runs can be compared. */
async function factsOf({ database }: Library, set: string) {
  return {
    set: basename(set),
    measuredAt: new Date().toISOString(),
    revision: revisionOf(),
    embedding: (await findActiveIndex(database))?.model,
    database: database.kind,
    rankingWeights,
  }
}

function revisionOf(): string {
  return execFileSync('git', ['describe', '--always', '--dirty'], { cwd: packageRoot, encoding: 'utf8' }).trim()
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
