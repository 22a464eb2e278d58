/** Thrown when a model file or the program that runs it could not be brought here; the message says what to do. */
export class ModelPullError extends Error {
  override readonly name = 'ModelPullError'
  /** True where another source may still help: this one is down, slow or holds something else. */
  readonly atSource: boolean

  constructor(message: string, { atSource, cause }: { atSource: boolean; cause?: unknown }) {
    super(message, { cause })
    this.atSource = atSource
  }
}

/** A full disk helps no other source; what else a file system says is passed on in its own words. */
export function asDiskError(error: unknown, folder: string): ModelPullError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const reason =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? `Auf dem Datenträger von ${folder} ist kein Platz mehr. Bitte Platz schaffen und den Befehl wiederholen; das Geladene bleibt erhalten.`
      : `In den Ordner ${folder} kann nicht geschrieben werden (${String(code ?? error)}). Bitte die Rechte prüfen oder mit FUNDSTELLE_MODELS einen anderen nennen.`
  return new ModelPullError(reason, { atSource: false, cause: error })
}
