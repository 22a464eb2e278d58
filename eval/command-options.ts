import { parseArgs } from 'node:util'
import { type RetrievalPart, retrievalParts } from './evaluate-retrieval.ts'

export const usage = `Aufruf: npm run eval -- retrieval <Fragen.jsonl> [weitere] [--only ${retrievalParts.join(',')}]

Misst, ob die Suche die tragenden Normen findet, auf der Sammlung in FUNDSTELLE_DATA oder DATABASE_URL. Jede Zahl mit
95-%-Intervall. Ohne --only alle Teile, zusammen einige Minuten:

  table     nach Art und Stil der Frage, mit allen Fehlgriffen
  systems   neben BM25, Vektoren, Postgres-Volltext und einem einfachen LangChain-RAG, Unterschied Frage für Frage
  ablation  die Suche ohne jeden ihrer Schritte
  tuning    Gewichte, für jedes Thema auf allen anderen gewählt
  variants  wie viel verloren geht, wenn Fragen als Stichwörter oder mit Tippfehlern gestellt werden

Schreibt die Zahlen nach eval/runs/retrieval-<Fragen>.json; was früher dort stand, wird ersetzt.`

export interface EvalOptions {
  /** Paths of reference sets, at least one. */
  sets: string[]
  parts: ReadonlySet<RetrievalPart>
}

/** What `npm run eval -- …` asks for; null where it is used wrongly. */
export function readEvalOptions(words: string[]): EvalOptions | null {
  try {
    const { positionals, values } = parseArgs({
      args: words,
      options: { only: { type: 'string' } },
      allowPositionals: true,
    })
    const [command, ...sets] = positionals
    const named = values.only?.split(',') ?? retrievalParts
    const parts = retrievalParts.filter((part) => named.includes(part))
    const isKnown = command === 'retrieval' && sets.length > 0 && parts.length === named.length
    return isKnown ? { sets, parts: new Set(parts) } : null
  } catch {
    return null
  }
}
