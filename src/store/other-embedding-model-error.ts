/** Thrown when the configured embedding model is not the one the stored vectors were made with. */
export class OtherEmbeddingModelError extends Error {
  constructor(stored: string, configured: string) {
    super(
      `Die gespeicherten Vektoren stammen vom Einbettungsmodell ${stored}, eingestellt ist ${configured}. ` +
        'Stellen Sie das frühere Modell wieder ein oder füllen Sie eine neue Datenbank (FUNDSTELLE_DATA).',
    )
    this.name = 'OtherEmbeddingModelError'
  }
}
