/**
 * A question people put, with the norm that carries its answer: how everyday language names what the law says in its own
 * words. Norms are found by it (document expansion by queries: Nogueira, Yang, Lin, Cho 2019); it never words an answer.
 */
export interface AskedQuestion {
  documentId: string
  /** As the publisher names it: `§ 16b`. */
  norm: string
  paragraph: string | null
  text: string
}
