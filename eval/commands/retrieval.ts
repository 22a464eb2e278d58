import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { rankingWeights } from '../../src/answer/retrieve/weights.ts'
import { loadAskedQuestions } from '../../src/asked-questions.ts'
import { findActiveIndex } from '../../src/store/embedding-index.ts'
import { listLawNames } from '../../src/store/find-documents.ts'
import { contentWords } from '../../src/text/words.ts'
import type { Library } from '../../src/wiring.ts'
import { evaluateRetrieval, type RetrievalPart, retrievalParts } from '../evaluate-retrieval.ts'
import { missingLaws } from '../reference/missing-laws.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { withGold } from '../reference/with-gold.ts'
import { printRetrieval } from '../report/print-retrieval.ts'
import { askCases } from '../run/ask-cases.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'
import { withLibrary } from './with-library.ts'

export const retrieval: Command = {
  usage: `retrieval <Fragen.jsonl> [weitere] [--only ${retrievalParts.join(',')}]
  misst, ob die Suche die tragenden Normen findet, auf der Sammlung in FUNDSTELLE_DATA oder DATABASE_URL. Jede Zahl mit
  95-%-Intervall. Ohne --only alle Teile, zusammen einige Minuten:
    table     nach Art und Stil der Frage, mit allen Fehlgriffen
    systems   neben BM25, Vektoren, Postgres-Volltext und einem einfachen LangChain-RAG, Unterschied Frage für Frage
    ablation  die Suche ohne jeden ihrer Schritte
    tuning    Gewichte, für jedes Thema auf allen anderen gewählt
    variants  wie viel verloren geht, wenn Fragen als Stichwörter oder mit Tippfehlern gestellt werden
  Schreibt die Zahlen nach eval/runs/retrieval-<Fragen>.json; was früher dort stand, wird ersetzt.`,
  async run(words) {
    const { sets, parts } = readRetrievalOptions(words)
    await withLibrary(async (library, config) => {
      const askedWords = new Set(loadAskedQuestions(config.dataFolder).flatMap(({ text }) => contentWords(text)))
      for (const set of sets) await measure(library, askedWords, set, parts)
    })
    return 0
  },
}

export interface RetrievalOptions {
  /** Paths of reference sets, at least one. */
  sets: string[]
  parts: ReadonlySet<RetrievalPart>
}

/** @throws UsageError where it is called wrongly */
export function readRetrievalOptions(words: string[]): RetrievalOptions {
  const { positionals: sets, values } = parseArgs({
    args: words,
    options: { only: { type: 'string' } },
    allowPositionals: true,
  })
  const named: readonly string[] = values.only?.split(',') ?? retrievalParts
  const parts = retrievalParts.filter((part) => named.includes(part))
  if (sets.length === 0) throw new UsageError('Es fehlen die Fragen.')
  if (parts.length !== named.length) throw new UsageError(`--only kennt: ${retrievalParts.join(', ')}`)
  return { sets, parts: new Set(parts) }
}

async function measure(
  library: Library,
  askedWords: ReadonlySet<string>,
  set: string,
  parts: RetrievalOptions['parts'],
): Promise<void> {
  const questions = parseReferenceCases(readFileSync(set, 'utf8'))
  const registers = new Map<string, Awaited<ReturnType<typeof listLawNames>>>()
  for (const { as_of } of questions)
    if (!registers.has(as_of)) registers.set(as_of, await listLawNames(library.database, as_of))
  const cases = questions.map((one) => withGold(one, registers.get(one.as_of) ?? []))
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
  writeMeasurement(`retrieval-${basename(set, '.jsonl')}`, { ...facts, ...report })
}

/** What the figures depend on, so that two runs can be compared. */
async function factsOf({ database }: Library, set: string) {
  return {
    set: basename(set),
    measuredAt: new Date().toISOString(),
    revision: codeRevision(),
    embedding: (await findActiveIndex(database))?.model,
    database: database.kind,
    rankingWeights,
  }
}
