/** Thrown when a model's reply goes beyond what we wait for (`silence`, `time`, in ms) or read (`size`, in bytes). */
export class ReplyLimitError extends Error {
  override readonly name = 'ReplyLimitError'
  readonly limit: 'silence' | 'time' | 'size'

  constructor(limit: 'silence' | 'time' | 'size', amount: number) {
    super(sentenceOf(limit, amount))
    this.limit = limit
  }
}

function sentenceOf(limit: ReplyLimitError['limit'], amount: number): string {
  const seconds = Math.round(amount / 1000)
  switch (limit) {
    case 'silence':
      return `Das Modell hat ${seconds} Sekunden lang nichts mehr gesendet.`
    case 'time':
      return `Das Modell war nach ${seconds} Sekunden nicht fertig.`
    case 'size':
      return `Die Antwort des Modells ist länger als ${Math.round(amount / 1024)} kB.`
  }
}
