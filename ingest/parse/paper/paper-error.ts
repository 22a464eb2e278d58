/** Why a file could not be read; the same in every language. */
export type PaperFault =
  | 'empty'
  | 'too_large'
  | 'too_complex'
  | 'encrypted'
  | 'damaged'
  | 'unsupported'
  | 'no_text'
  | 'tool_missing'
  | 'refused_by_scan'

/** Thrown when a file cannot be read as a paper; nothing of it is kept. The message is German and says what to do. */
export class PaperError extends Error {
  override readonly name = 'PaperError'
  readonly fault: PaperFault

  constructor(fault: PaperFault, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.fault = fault
  }
}

export function damaged(what: string, cause?: unknown): PaperError {
  return new PaperError(
    'damaged',
    `Die Datei ist als ${what} beschädigt oder unvollständig. Bitte am Ursprung öffnen, neu speichern und noch einmal hochladen.`,
    { cause },
  )
}
