/** Thrown when the data folder cannot be created, written or read as a database: read-only or full disk, damaged files. */
export class DataFolderUnusableError extends Error {
  readonly folder: string

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `Der Datenordner ${folder} kann nicht benutzt werden (${reason}). ` +
        'Prüfen Sie Schreibrechte und freien Platz, oder wählen Sie mit FUNDSTELLE_DATA einen anderen Ordner; ' +
        'ist er beschädigt, spielen Sie mit `npm run restore` eine Sicherung in einen leeren Ordner ein.',
      { cause },
    )
    this.name = 'DataFolderUnusableError'
    this.folder = folder
  }
}
