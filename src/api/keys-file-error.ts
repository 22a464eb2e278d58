/** Thrown when the file of API keys cannot be read; while that is so nobody is let in. */
export class KeysFileError extends Error {
  readonly path: string

  constructor(path: string, reason: string, cause: unknown) {
    super(
      `Die Schlüsseldatei ${path} ist nicht brauchbar: ${reason}. ` +
        'Bitte FUNDSTELLE_KEYS und den Inhalt prüfen; einen neuen Eintrag macht "npx tsx scripts/new-key.ts".',
      { cause },
    )
    this.name = 'KeysFileError'
    this.path = path
  }
}
