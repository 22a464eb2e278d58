/**
 * The figures of a scored answer, each 0 to 1 unless said. Definitions: evaluation.md of the design (D1–D12, J1–J8) and
 * the docstring of the scorer. Null where a figure does not apply to a question (no gold quote, a refusal …).
 */
export interface Metric {
  id: string
  /** German, as reports show it. */
  title: string
  group: 'retrieval' | 'citation' | 'content' | 'refusal' | 'form' | 'cost' | 'judge'
  /** Which way is better. */
  better: 'higher' | 'lower'
  /** `share`: yes or no for each question, with Wilson intervals and McNemar's test; `mean`: any number. */
  scale: 'share' | 'mean'
  unit: '' | 'Wörter' | 'Punkte' | 'ms' | 'Token'
  /** Named before any result was seen: exempt from the correction for many slices. */
  headline: boolean
}

/** Figures of one answer by metric id. */
export type Scores = Record<string, number | null>

/** What an answer makes of a key point; `sentence` is where it does, null where it does not speak of it. */
export interface PointFinding {
  point: string
  verdict: 'covered' | 'contradicted' | 'absent'
  sentence: string | null
}

/** What an answer says of what it should and should not say, told by rules and embeddings. */
export interface ContentFindings {
  /** Of each key point; empty where the question has none. */
  points: PointFinding[]
  /** Of each sentence of an expert's answer, where there are no key points: weak, an expert says more than is needed. */
  expert: PointFinding[]
  /** Wrong claims the answer makes, with the sentence that does. */
  forbidden: { claim: string; sentence: string }[]
}

/** What became of an answer (RegLab's classes), told by rules. */
export type Outcome = 'accurate' | 'incomplete' | 'hallucinated' | 'refused'

/** One question of a scored run; repeats are averaged within the question first. */
export interface ScoredQuestion {
  caseId: string
  /** Questions of one topic are not independent: intervals resample whole clusters. */
  cluster: string
  /** `Art: direct`, `Stil: typo`, `Thema: …`, `Schlagwort: …`. */
  slices: string[]
  /** From the reference set; 1 where it gives none. */
  weight: number
  scores: Scores
  /** Of each repeat, `nach Regeln`. */
  outcomes?: Outcome[]
  /** What the content figures were told by, of each repeat. */
  content?: ContentFindings[]
}
