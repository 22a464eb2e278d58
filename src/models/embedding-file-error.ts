/** Thrown when the files of the embedded embedding model are missing or damaged. Nothing can be found by meaning then. */
export class EmbeddingFileError extends Error {
  override readonly name = 'EmbeddingFileError'
  readonly path: string

  constructor(path: string, problem: string, cause?: unknown) {
    super(
      `Das mitgelieferte Einbettungsmodell ${path} ${problem}. Bitte das Paket vollständig neu installieren ` +
        'oder mit FUNDSTELLE_EMBED_URL einen eigenen Einbettungsdienst einstellen.',
      { cause },
    )
    this.path = path
  }
}
