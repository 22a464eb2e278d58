import { z } from 'zod'
import { type ReferenceCase, referenceCaseSchema } from './reference-case.ts'

/** One line of a reference set: a question, or what is wrong with it. */
export interface ReferenceLine {
  /** Counted from 1. */
  line: number
  /** As written, also where the line is no question; null where it has none. */
  id: string | null
  /** Null where there are faults. */
  question: ReferenceCase | null
  /** German, each with the field it is about. */
  faults: string[]
}

const german = z.locales.de().localeError

/** Every line of a reference set (JSON Lines) that is not empty, each with all its faults. */
export function readReferenceLines(jsonLines: string): ReferenceLine[] {
  return jsonLines
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [readLine(text, index + 1)]))
}

/** What is wrong with something that should be a question, one German sentence a field; empty where it is one. */
export function faultsOfCase(value: unknown): string[] {
  return faultsOf(referenceCaseSchema.safeParse(value, { error: german }).error)
}

function readLine(text: string, line: number): ReferenceLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { line, id: null, question: null, faults: [`kein JSON: ${String(error)}`] }
  }
  const { data, error } = referenceCaseSchema.safeParse(value, { error: german })
  return { line, id: data?.id ?? idOf(value), question: data ?? null, faults: faultsOf(error) }
}

function faultsOf(error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map(({ path, message }) =>
    path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`,
  )
}

function idOf(value: unknown): string | null {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' ? id : null
}
