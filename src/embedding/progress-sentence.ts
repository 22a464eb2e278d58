/** How far a re-embedding is, in German, for the log and the API. Counts passages. */
export function progressSentence(model: string, { done, total }: { done: number; total: number }): string {
  const share = total === 0 ? 100 : Math.floor((100 * done) / total)
  return `Neu eingebettet mit ${model}: ${done} von ${total} Fundstellen (${share} %).`
}
