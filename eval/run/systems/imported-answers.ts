import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import Papa from 'papaparse'
import { z } from 'zod'
import { decodeTable } from '../../reference/import/decode-table.ts'
import { isRefusal } from './is-refusal.ts'
import { readProse } from './read-prose.ts'
import type { GivenAnswer, System } from './system.ts'

const headings: Record<string, 'id' | 'answer' | 'sources' | 'refused'> = {
  id: 'id',
  nr: 'id',
  frage_id: 'id',
  answer: 'answer',
  antwort: 'answer',
  sources: 'sources',
  quellen: 'sources',
  fundstellen: 'sources',
  refused: 'refused',
  abgelehnt: 'refused',
}

const rowSchema = z.object({
  id: z.coerce.string().min(1),
  answer: z.string(),
  /** A list, or one text whose sources stand on lines or between semicolons. */
  sources: z
    .union([z.array(z.string()), z.string().transform((text) => text.split(/[;\n]/))])
    .default([])
    .transform((sources) => sources.map((source) => source.trim()).filter((source) => source !== '')),
  /** Absent: read from the answer's first sentence. */
  refused: z
    .union([z.boolean(), z.stringbool({ truthy: ['ja', 'true', '1', 'x'], falsy: ['nein', 'false', '0', ''] })])
    .optional(),
})

/**
 * Answers another system gave to these questions, from CSV (`id;Antwort;Quellen`) or JSON Lines (`id`, `answer`,
 * `sources`): they are scored exactly as ours. Each row is one answer; the same id again is a repeat.
 * @throws Error in German naming the row that cannot be read
 */
export function importAnswers(path: string, name: string): { system: System; ids: string[]; repeats: number } {
  const rows = extname(path).toLowerCase() === '.csv' ? readCsv(path) : readJsonLines(path)
  const answers = new Map<string, GivenAnswer[]>()
  for (const [place, row] of rows.entries()) {
    const parsed = rowSchema.safeParse(row)
    if (!parsed.success) throw new Error(`${path}, Antwort ${place + 1}: ${z.prettifyError(parsed.error)}`)
    const { id, ...given } = parsed.data
    answers.set(id, [...(answers.get(id) ?? []), asGiven(given)])
  }
  const left = new Map([...answers].map(([id, given]) => [id, [...given]]))
  return {
    ids: [...answers.keys()],
    repeats: Math.max(1, ...[...answers.values()].map(({ length }) => length)),
    system: {
      facts: { system: name, kind: 'imported', model: null, promptHash: null, corpusState: null },
      async ask({ id }) {
        const given = left.get(id)?.shift()
        if (!given) throw new Error(`Zu ${id} ist keine Antwort eingeführt.`)
        return given
      },
    },
  }
}

function asGiven({ answer, sources, refused }: Omit<z.infer<typeof rowSchema>, 'id'>): GivenAnswer {
  const given = readProse(
    answer,
    sources.map((written) => ({ written, named: null, quote: null })),
    { totalMs: null },
  )
  return { ...given, status: (refused ?? isRefusal(answer)) ? 'refused' : 'answered' }
}

function readCsv(path: string): object[] {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(decodeTable(readFileSync(path)), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (heading) => headings[heading.trim().toLowerCase()] ?? heading,
  })
  const fatal = errors.find(({ type }) => type !== 'Delimiter')
  if (fatal) throw new Error(`${path}, Zeile ${(fatal.row ?? 0) + 2}: ${fatal.message}`)
  const missing = ['id', 'answer'].filter((heading) => !meta.fields?.includes(heading))
  if (missing.length > 0)
    throw new Error(
      `${path} braucht die Spalten id und Antwort (answer); dazu Quellen (sources). Gefunden: ${meta.fields?.join(', ')}.`,
    )
  return data
}

function readJsonLines(path: string): object[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, place): object => {
      try {
        return JSON.parse(line) as object
      } catch (error) {
        throw new Error(`${path}, Zeile ${place + 1}, ist kein JSON.`, { cause: error })
      }
    })
}
