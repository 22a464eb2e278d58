/** The question that another one follows up. Its answer is not here: nothing but sources is ever evidence. */
export interface EarlierQuestion {
  text: string
  /** Id of its answer; null where it only stands before the other in a conversation. */
  from: string | null
}

/** How a follow-up was understood. Made of the words of both questions: forgotten with them. */
export interface Rewritten {
  from: string | null
  /** What was answered. */
  question: string
}
