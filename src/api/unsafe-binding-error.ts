/** Thrown when the service is told to listen beyond this machine without a way to know its callers. */
export class UnsafeBindingError extends Error {
  readonly host: string

  constructor(host: string) {
    super(
      `Der Dienst darf ohne Anmeldung nicht auf "${host}" lauschen: Jeder im Netz könnte fragen und mitlesen. ` +
        'Bitte HOST=127.0.0.1 lassen, oder mit FUNDSTELLE_KEYS eine Schlüsseldatei nennen, oder mit ' +
        'FUNDSTELLE_PROXY_HEADER und FUNDSTELLE_PROXY_SECRET einem anmeldenden Reverse-Proxy vertrauen.',
    )
    this.name = 'UnsafeBindingError'
    this.host = host
  }
}
