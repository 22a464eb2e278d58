import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord, RunFacts } from '../run/answer-record.ts'
import { type ScoredRun, scoreRun } from '../score/scored-run.ts'
import { seededRandom } from '../seeded-random.ts'
import { confidentLiar } from './confident-liar.ts'
import { inventsSources } from './invents-sources.ts'
import type { SanityAnswer, SanityMaterial, SanitySource, SanitySystem } from './material.ts'
import { oracle } from './oracle.ts'
import { quotesEverything } from './quotes-everything.ts'
import { randomPassages } from './random-passages.ts'
import { refusesAlways } from './refuses-always.ts'

const seed = 20_261_124

/** Systems whose figures are known before they are measured: one perfect, the others bad in one way each. */
const sanitySystems: Record<string, SanitySystem> = {
  Orakel: oracle,
  'Zufällige Stellen': randomPassages,
  'Lügt überzeugt': confidentLiar,
  'Lehnt immer ab': refusesAlways,
  'Zitiert alles': quotesEverything,
  'Erfindet Belege': inventsSources,
}

/** Lets every sanity system answer every question, and scores it like any other run. */
export function runSanity(set: string, material: SanityMaterial[]): ScoredRun[] {
  return Object.entries(sanitySystems).map(([name, system]) => {
    const random = seededRandom(seed)
    const cases = material.map(({ reference }) => reference)
    const answers = material.map((one) => recordOf(one.reference, system(one, random)))
    return scoreRun({ name, facts: factsOf(name, set, cases.length), cases, answers })
  })
}

function recordOf({ id, as_of: asOf }: ReferenceCase, said: SanityAnswer): AnswerRecord {
  return {
    caseId: id,
    repeat: 1,
    asOf,
    status: said === null ? 'refused' : 'answered',
    answer: said === null ? 'Dazu enthält die Sammlung nichts.' : said.sentences.map(({ text }) => text).join(' '),
    sentences: said?.sentences ?? [],
    sources: said?.sources.map(sourceOf) ?? [],
    references: [],
    retrieved: said?.retrieved ?? null,
    refusalReason: null,
    firstEventMs: null,
    totalMs: null,
    tokens: null,
    error: null,
    raw: null,
  }
}

function sourceOf({ documentId, norm, paragraph, text, exists, inForce, verbatim }: SanitySource) {
  return { written: norm, documentId, norm, paragraph, quote: text, exists, inForce, verbatim }
}

function factsOf(system: string, set: string, cases: number): RunFacts {
  return {
    system,
    kind: 'sanity',
    model: null,
    promptHash: null,
    set,
    setSha256: '',
    cases,
    repeats: 1,
    seed,
    style: 'full',
    corpusState: null,
    revision: null,
    startedAt: new Date(0).toISOString(),
  }
}
