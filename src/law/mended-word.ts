/** A word of a question that stands nowhere, and the one that was taken for it as well. */
export interface MendedWord {
  written: string
  meant: string
}
