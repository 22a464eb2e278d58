/** Thrown when a model's reply goes beyond what we wait for (`silence`, in ms) or read (`size`, in bytes). */
export class ReplyLimitError extends Error {
  override readonly name = 'ReplyLimitError'
  readonly limit: 'silence' | 'size'

  constructor(limit: 'silence' | 'size', amount: number) {
    super(
      limit === 'silence'
        ? `Das Modell hat ${Math.round(amount / 1000)} Sekunden lang nichts mehr gesendet.`
        : `Die Antwort des Modells ist länger als ${Math.round(amount / 1024)} kB.`,
    )
    this.limit = limit
  }
}
