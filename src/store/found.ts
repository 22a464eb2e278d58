/** One way of searching found a passage: its row, its norm as worded that day with the publisher's name for it, and the score of that way. */
export interface Found {
  rowId: number
  normId: number
  documentId: string
  norm: string
  score: number
}

/** What is asked for by words, each list in one string: those of the question, and what it means in the law's. */
export interface AskedWords {
  words: string
  meanings: string
}
