import { today } from '../../src/law/day.ts'
import { parseCelex } from '../../src/law/eu/celex.ts'
import { officeEuActs } from '../../src/law/eu/office-eu-acts.ts'
import { consolidatedQuery, newestConsolidated } from './eurlex-query.ts'
import { fetchDocument, type Connection } from './fetch-document.ts'
import { politeClient, type PoliteOptions } from './polite-client.ts'
import type { SavedFiles } from './saved-files.ts'
import type { Fetched, Source, SourceItem, Validators } from './source.ts'
import { unpackFormex } from './unpack-formex.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

/**
 * Acts and decisions by their CELEX numbers, `core` for those of an Ausländerbehörde: of an act the newest consolidated
 * text in force, where the publisher has one, else the act as published; with a day in the number (`02009R0810-20200202`)
 * that text. German only.
 * @throws UnusableSourceError where a number is none, TypeError where `base` is no http(s) address.
 */
export function eurlexSource(base: string, wanted: readonly string[], options: PoliteOptions): Source {
  const numbers = wanted.flatMap((word) => (word === 'core' ? officeEuActs.map(({ celex }) => celex) : [word]))
  for (const number of numbers) requireCelex(number)
  const connection: Connection = { get: politeClient(base, options), silences: 0 }
  const source: Source = {
    name: `EUR-Lex ${base}`,
    publisher: 'eurlex',
    asksPublisher: true,
    count: numbers.length,
    ignored: [],
    async *items() {
      const newest = await findConsolidated(connection, numbers, source)
      for (const number of numbers) yield itemOf(base, connection, newest.get(number) ?? number)
    },
  }
  return source
}

function requireCelex(number: string): void {
  if (parseCelex(number) === null)
    throw new UnusableSourceError(
      number,
      `„${number}“ ist keine CELEX-Nummer (wie 32009R0810 oder 62023CJ0538). Sie steht auf EUR-Lex bei jedem Dokument.`,
    )
}

/** Acts in one question; a question is part of an address, which servers do not take at any length. */
const actsPerQuestion = 25

async function findConsolidated(
  connection: Connection,
  numbers: readonly string[],
  { ignored }: Source,
): Promise<Map<string, string>> {
  const acts = numbers.filter((number) => number.startsWith('3'))
  const found = new Map<string, string>()
  for (let at = 0; at < acts.length; at += actsPerQuestion) {
    const some = acts.slice(at, at + actsPerQuestion)
    const reply = await connection.get(consolidatedQuery(some), { accept: 'application/sparql-results+json' })
    const answer = reply.kind === 'ok' ? new TextDecoder().decode(reply.bytes) : ''
    for (const [act, celex] of newestConsolidated(answer, some, today())) found.set(act, celex)
    if (reply.kind !== 'ok')
      ignored.push({
        name: some.join(', '),
        reason: 'Ob es konsolidierte Fassungen gibt, war nicht zu erfahren: Es kommt der Text der Verkündung.',
      })
  }
  return found
}

function itemOf(base: string, connection: Connection, number: string): SourceItem {
  const path = `resource/celex/${encodeURIComponent(number)}`
  const slug = parseCelex(number)?.base ?? number
  return {
    slug,
    day: today(),
    origin: `${base.replace(/\/$/, '')}/${path}`,
    fetch: (known) => fetchBest(connection, number, path, known),
  }
}

/** What the repository is asked for, best first: the structured text, then the page. */
const forms = ['application/zip;mtype=fmx4', 'application/xhtml+xml', 'text/html']

async function fetchBest(
  connection: Connection,
  number: string,
  path: string,
  known: Validators | null,
): Promise<Fetched> {
  const missing = `${number} gibt es beim Herausgeber nicht auf Deutsch (404). CELEX-Nummer prüfen.`
  let fetched: Fetched = { kind: 'failed', reason: missing }
  for (const accept of forms) {
    const headers = { accept, 'accept-language': 'deu' }
    fetched = await fetchDocument(connection, { path, headers, unpack: unpackFormex, missing }, known)
    if (fetched.kind !== 'failed' || connection.silences > 0) return fetched
    // Of one form only; acts do not vanish.
    fetched = { kind: 'failed', reason: fetched.reason }
  }
  return fetched
}

/** Acts and decisions as files whose names hold the CELEX number: `02009R0810-20200202_DE.xml`, `62019CV0001_02.xml`. */
export const eurlexFiles: SavedFiles = {
  publisher: 'eurlex',
  what: 'Rechtsakte und Entscheidungen mit der CELEX-Nummer im Namen (.xml, .html, .zip)',
  unpack: unpackFormex,
  slugOfFile: (path) => {
    if (!/\.(?:xml|x?html?|zip)$/i.test(path)) return null
    const [, number = '', part] =
      /(?:^|[/_-])([036]\d{4}[A-Z]{1,2}\d{4})(?:[(_](\d{2})\)?)?(?![A-Za-z\d])/.exec(path) ?? []
    return parseCelex(part === undefined ? number : `${number}(${part})`)?.base ?? null
  },
}
