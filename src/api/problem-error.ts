/** Every problem the API reports: its stable name, its status and its German title. */
export const problems = {
  'invalid-request': { status: 422, title: 'Die Anfrage ist unvollständig oder falsch.' },
  'malformed-body': { status: 400, title: 'Der Inhalt der Anfrage ist nicht lesbar.' },
  'body-too-large': { status: 413, title: 'Die Anfrage ist zu groß.' },
  'unsupported-media-type': { status: 415, title: 'Dieses Format wird nicht angenommen.' },
  'unknown-route': { status: 404, title: 'Diese Adresse gibt es nicht.' },
  'method-not-allowed': { status: 405, title: 'Diese Methode gibt es an dieser Adresse nicht.' },
  'unknown-answer': { status: 404, title: 'Diese Antwort gibt es nicht.' },
  'forgotten-question': { status: 410, title: 'Die frühere Frage ist nach Ablauf der Aufbewahrungszeit gelöscht.' },
  'unknown-document': { status: 404, title: 'Dieses Dokument ist nicht vorhanden.' },
  'unknown-norm': { status: 404, title: 'Diese Norm ist nicht vorhanden.' },
  'norm-not-in-force': { status: 404, title: 'Die Norm galt an diesem Tag nicht.' },
  'unknown-upload': { status: 404, title: 'Dieses Papier ist nicht vorhanden.' },
  'not-possible-now': { status: 409, title: 'Das geht in diesem Zustand nicht.' },
  'unusable-file': { status: 422, title: 'Die Datei oder Angabe ist nicht brauchbar.' },
  'no-space': { status: 507, title: 'Der Speicherplatz ist erschöpft.' },
  unauthorized: { status: 401, title: 'Bitte anmelden.' },
  'unknown-run': { status: 404, title: 'Diesen Ablauf gibt es nicht.' },
  'run-not-stopped': { status: 409, title: 'An diesem Ablauf gibt es nichts auszuführen.' },
  'staff-only': { status: 403, title: 'Das dürfen nur Redaktion und Administration.' },
  'administrators-only': { status: 403, title: 'Das darf nur die Administration.' },
  'forbidden-origin': { status: 403, title: 'Die Anfrage kommt von einer fremden Seite.' },
  'too-many-questions': { status: 429, title: 'Zu viele Fragen zur selben Zeit.' },
  busy: { status: 503, title: 'Der Dienst ist ausgelastet.' },
  'not-ready': { status: 503, title: 'Der Bestand wird noch eingelesen.' },
  'database-unavailable': { status: 503, title: 'Die Datenbank ist nicht erreichbar.' },
  'database-full': { status: 503, title: 'Der Speicherplatz der Datenbank ist erschöpft.' },
  'keys-unreadable': { status: 503, title: 'Die Anmeldung ist gestört.' },
  internal: { status: 500, title: 'Im Dienst ist ein Fehler aufgetreten.' },
} as const

export type ProblemSlug = keyof typeof problems

interface ProblemFacts {
  headers?: Record<string, string>
  /** Further members of the problem object, such as `errors` or `progress`. */
  members?: Record<string, unknown>
  cause?: unknown
}

/** Thrown when a request cannot be served; `detail` (German) says what to do. Becomes RFC 9457 problem JSON. */
export class ProblemError extends Error {
  readonly slug: ProblemSlug
  readonly detail: string
  readonly headers: Record<string, string>
  readonly members: Record<string, unknown>

  constructor(slug: ProblemSlug, detail: string, facts: ProblemFacts = {}) {
    super(`${problems[slug].title} ${detail}`, { cause: facts.cause })
    this.name = 'ProblemError'
    this.slug = slug
    this.detail = detail
    this.headers = facts.headers ?? {}
    this.members = facts.members ?? {}
  }
}
