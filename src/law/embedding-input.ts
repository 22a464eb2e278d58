/** What an embedding model reads of a passage, when it is fed and when it is embedded anew: its heading and its words. */
export function embeddingInput(heading: string | null, text: string): string {
  return heading ? `${heading}\n${text}` : text
}
