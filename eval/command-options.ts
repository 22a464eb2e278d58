import { parseArgs } from 'node:util'
import { type RetrievalPart, retrievalParts } from './evaluate-retrieval.ts'

export const usage = `Aufruf: npm run eval -- retrieval <Fragen.jsonl> [weitere] [--only ${retrievalParts.join(',')}]
        npm run eval -- verifier [<Fragen.jsonl>] [--held-out | --fresh]

retrieval misst, ob die Suche die tragenden Normen findet, auf der Sammlung in FUNDSTELLE_DATA oder DATABASE_URL. Jede Zahl mit
95-%-Intervall. Ohne --only alle Teile, zusammen einige Minuten:

  table     nach Art und Stil der Frage, mit allen Fehlgriffen
  systems   neben BM25, Vektoren, Postgres-Volltext und einem einfachen LangChain-RAG, Unterschied Frage für Frage
  ablation  die Suche ohne jeden ihrer Schritte
  tuning    Gewichte, für jedes Thema auf allen anderen gewählt
  variants  wie viel verloren geht, wenn Fragen als Stichwörter oder mit Tippfehlern gestellt werden

Schreibt die Zahlen nach eval/runs/retrieval-<Fragen>.json; was früher dort stand, wird ersetzt.

verifier misst, welche falschen Aussagen über echte Normen die Prüfung erkennt und welche wahren sie verwirft, nach Art des
Fehlers: ohne --held-out an zwei Dritteln der Gesetze und an den Kernaussagen der Fragen (sonst ../shared/questions/dev.jsonl),
mit --held-out am zurückgelegten Drittel, mit --fresh an Gesetzen, auf die keine Regel abgestimmt ist (sie stehen in einer
Sammlung für sich; fehlen sie, steht in der Meldung, wie sie eingelesen werden). Schreibt eval/runs/verifier.json,
verifier-held-out.json oder verifier-fresh.json.`

export interface RetrievalOptions {
  command: 'retrieval'
  /** Paths of reference sets, at least one. */
  sets: string[]
  parts: ReadonlySet<RetrievalPart>
}

export interface VerifierOptions {
  command: 'verifier'
  /** Path of the questions whose key points are claims too. */
  questions: string
  /** `held-out`: the laws set aside; `fresh`: laws that no rule was tuned on; `tuned`: all others. */
  part: 'tuned' | 'held-out' | 'fresh'
}

/** What `npm run eval -- …` asks for; null where it is used wrongly. */
export function readEvalOptions(words: string[]): RetrievalOptions | VerifierOptions | null {
  try {
    const { positionals, values } = parseArgs({
      args: words,
      options: { only: { type: 'string' }, 'held-out': { type: 'boolean' }, fresh: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [command, ...sets] = positionals
    const { only, 'held-out': heldOut = false, fresh = false } = values
    if (command === 'verifier' && sets.length <= 1 && only === undefined && !(heldOut && fresh)) {
      const part = heldOut ? 'held-out' : fresh ? 'fresh' : 'tuned'
      return { command, questions: sets[0] ?? '../shared/questions/dev.jsonl', part }
    }
    const named = only?.split(',') ?? retrievalParts
    const parts = retrievalParts.filter((part) => named.includes(part))
    const isKnown = command === 'retrieval' && sets.length > 0 && parts.length === named.length && !heldOut && !fresh
    return isKnown ? { command, sets, parts: new Set(parts) } : null
  } catch {
    return null
  }
}
