/** Where a question stands in the line before the model, for people. */
export function placeSentence({ position, waiting }: { position: number; waiting: number }): string {
  if (position === 0) return 'An der Reihe: Das Sprachmodell formuliert.'
  return `Platz ${position} von ${waiting} in der Warteschlange vor dem Sprachmodell`
}
