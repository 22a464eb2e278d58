import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readConfig } from '../src/config.ts'
import { packageRoot } from '../src/package-root.ts'
import { findActiveIndex } from '../src/store/embedding-index.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { openLibrary } from '../src/wiring.ts'
import { evaluateRetrieval } from './evaluate-retrieval.ts'
import { missingLaws } from './reference/missing-laws.ts'
import { parseReferenceCases } from './reference/parse-reference-cases.ts'
import { printRetrieval } from './report/print-retrieval.ts'
import { rankNorms } from './run/rank-norms.ts'

const usage = `Aufruf: npm run eval -- retrieval <Fragen.jsonl> [weitere]

Misst, ob die Suche die tragenden Normen findet, auf der Sammlung in FUNDSTELLE_DATA oder DATABASE_URL.
Schreibt die Zahlen nach eval/runs/retrieval-<Fragen>.json.`

/** `npm run eval -- retrieval <set>`: exit code 0, or 2 for wrong usage. */
async function main([command, ...sets]: string[]): Promise<number> {
  if (command !== 'retrieval' || sets.length === 0) {
    console.error(usage)
    return 2
  }
  const library = await openLibrary(readConfig())
  try {
    for (const set of sets) await measure(library, set)
  } finally {
    await library.database.close()
  }
  return 0
}

async function measure(library: Awaited<ReturnType<typeof openLibrary>>, set: string): Promise<void> {
  const cases = parseReferenceCases(readFileSync(set, 'utf8'))
  const register = new Map<string, Awaited<ReturnType<typeof listLawNames>>>()
  for (const { as_of } of cases)
    if (!register.has(as_of)) register.set(as_of, await listLawNames(library.database, as_of))
  const missing = missingLaws(cases, [...register.values()].flat())
  if (missing.length > 0) {
    throw new Error(
      `${basename(set)} fragt nach Gesetzen, die der Sammlung fehlen: ${missing.join(', ')}. Gemessen würde die Sammlung, nicht ` +
        'die Suche. Bitte erst einlesen (npm run ingest), oder mit FUNDSTELLE_DATA eine gefüllte Sammlung nennen.',
    )
  }
  const report = await evaluateRetrieval(cases, (each) => rankNorms(library, register.get(each.as_of) ?? [], each))
  const model = (await findActiveIndex(library.database))?.model
  console.log(
    `\n${basename(set)}: ${report.cases.length} answerable questions, embedding ${model}\n\n${printRetrieval(report)}`,
  )
  const folder = join(packageRoot, 'eval/runs')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `retrieval-${basename(set, '.jsonl')}.json`), `${JSON.stringify(report, null, 2)}\n`)
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
