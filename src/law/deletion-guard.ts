/** More than either, and a run stops before it withdraws: a share (0 to 1) of what the source listed, or a number. */
export interface DeletionGuard {
  share: number
  most: number
}

/** Null where `missing` of `of` documents may be withdrawn without a person; else the German sentence that asks one. */
export function guardSentence(missing: number, of: number, { share, most }: DeletionGuard): string | null {
  if (missing <= most && missing <= share * of) return null
  const percent = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 }).format(share * 100)
  return (
    `Die Quelle führt ${missing} von ${of} Dokumenten nicht mehr. Zurückgezogen wird ohne Rückfrage höchstens ${percent} % ` +
    `und höchstens ${most}; darum ist nichts zurückgezogen. Nach Prüfung der Liste ausführen, oder die Quelle erneut abgleichen.`
  )
}
