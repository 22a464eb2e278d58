import type { LockHolder } from './data-folder-lock.ts'

/** Thrown when another living process holds the data folder and cannot be worked through. */
export class DataFolderLockedError extends Error {
  readonly folder: string
  readonly holder: LockHolder | null

  constructor(folder: string, holder: LockHolder | null) {
    const who = holder ? `Prozess ${holder.pid} (seit ${holder.since})` : 'einem anderen Prozess'
    super(
      `Der Datenordner ${folder} wird von ${who} benutzt und antwortet nicht. ` +
        'Beenden Sie diesen Prozess oder wählen Sie mit FUNDSTELLE_DATA einen anderen Ordner.',
    )
    this.name = 'DataFolderLockedError'
    this.folder = folder
    this.holder = holder
  }
}
