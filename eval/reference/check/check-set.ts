import type { LawName } from '../../../src/law/answer.ts'
import type { Day } from '../../../src/law/day.ts'
import type { Queries } from '../../../src/store/database.ts'
import { listLawNames } from '../../../src/store/find-documents.ts'
import { findNorm } from '../../../src/store/find-norm.ts'
import { lawSlug } from '../law-slug.ts'
import { type ReferenceLine, readReferenceLines } from '../read-reference-lines.ts'
import { distinctGold, resolveSources } from '../resolve-sources.ts'
import { withGold } from '../with-gold.ts'
import { checkGold, type FindNorm } from './check-gold.ts'
import { checkSources } from './check-sources.ts'
import type { Fault, NumberedCase } from './fault.ts'
import { findTwins } from './find-twins.ts'

/** What a reference set holds and what is wrong with it. */
export interface SetCheck {
  questions: number
  answerable: number
  /** Ids of one question on several days. */
  pairs: string[][]
  /** In the order of the lines. */
  faults: Fault[]
}

/** Holds a reference set (JSON Lines) against its schema, against itself and against the collection. */
export async function checkSet(jsonLines: string, queries: Queries): Promise<SetCheck> {
  const lines = readReferenceLines(jsonLines)
  const cases = lines.flatMap(({ line, question }) => (question ? [{ line, question }] : []))
  const { faults: twins, pairs } = findTwins(cases)
  if (lines.length === 0) return { questions: 0, answerable: 0, pairs: [], faults: [emptySet] }
  const faults = [...lines.flatMap(faultsOfLine), ...twins, ...(await checkAgainstLaw(cases, queries))]
  return {
    questions: cases.length,
    answerable: cases.filter(({ question }) => question.answerable).length,
    pairs,
    faults: faults.toSorted((a, b) => a.line - b.line),
  }
}

const emptySet: Fault = {
  line: 1,
  id: null,
  severity: 'error',
  what: 'die Datei enthält keine Frage',
  remedy: 'eine Frage je Zeile (JSON Lines); eine Tabelle wird mit import eingelesen',
}

function faultsOfLine({ line, id, faults }: ReferenceLine): Fault[] {
  const remedy = 'die Felder beschreibt eval/reference/README.md'
  return faults.map((what) => ({ line, id, severity: 'error', what, remedy }))
}

async function checkAgainstLaw(cases: NumberedCase[], queries: Queries): Promise<Fault[]> {
  const registers = new Map<Day, LawName[]>()
  const faults: Fault[] = []
  for (const one of cases) {
    const { question } = one
    const register = registers.get(question.as_of) ?? (await listLawNames(queries, question.as_of))
    registers.set(question.as_of, register)
    const named = resolveSources(question, register).flatMap(({ gold }) => gold)
    const gold = distinctGold([...withGold(question, register).gold, ...named])
    faults.push(...(await checkGold(one, gold, findIn(register, queries))), ...checkSources(one, register))
  }
  return faults
}

function findIn(register: LawName[], queries: Queries): FindNorm {
  const ids = new Map(register.map(({ documentId }) => [lawSlug(documentId), documentId]))
  return (law, norm, asOf) => findNorm(queries, ids.get(law) ?? law, norm, asOf)
}
