/** Thrown when law is to be fed in but this process cannot ask the model whose vectors answer. */
export class UnknownEmbeddingModelError extends Error {
  override readonly name = 'UnknownEmbeddingModelError'

  constructor(stored: string, configured: string) {
    super(
      `Die gespeicherten Vektoren stammen vom Einbettungsmodell ${stored}, dieses Programm erreicht nur ${configured}. ` +
        `Soll ${stored} gelten, bitte FUNDSTELLE_EMBED_URL und FUNDSTELLE_EMBED_MODEL darauf einstellen und neu starten; ` +
        `soll ${configured} gelten, erst neu einbetten (npm run reembed), dann einlesen.`,
    )
  }
}
