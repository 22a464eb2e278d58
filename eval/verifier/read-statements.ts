import { existsSync, readFileSync } from 'node:fs'

/** A statement in our own words with the sentence of the law it is about. */
export interface Statement {
  /** The publisher's key of the law: `aufenthg_2004`. */
  slug: string
  norm: string
  /** Absatz; null where the norm has none. */
  paragraph: string | null
  sentence: number
  text: string
}

/** What is wrong with a false statement: one thing, the rest is true of the sentence. */
export const errorKinds = [
  'number',
  'unit',
  'period',
  'date',
  'paragraph',
  'modality',
  'negation',
  'actor',
  'exception',
  'condition',
] as const
type ErrorKind = (typeof errorKinds)[number]

export interface FalseStatement extends Statement {
  error: ErrorKind
}

/** True statements, in their order. One a line: law, norm, Absatz, Satz, statement, divided by tabs. */
export function readTrueStatements(file: string): Statement[] {
  return readRows(file).map(([slug, norm, paragraph, sentence, text]) =>
    statementOf(slug, norm, paragraph, sentence, text),
  )
}

/**
 * False statements, in their order; before the statement stands the kind of error.
 *
 * @throws RangeError for a kind that is none of `errorKinds`.
 */
export function readFalseStatements(file: string): FalseStatement[] {
  return readRows(file).map(([slug, norm, paragraph, sentence, kind, text]) => {
    const error = errorKinds.find((each) => each === kind)
    if (!error) throw new RangeError(`${file}: "${kind}" ist keine Fehlerart.`)
    return { ...statementOf(slug, norm, paragraph, sentence, text), error }
  })
}

/** True where there is such a file of statements. */
export function isWritten(file: string): boolean {
  return existsSync(new URL(file, import.meta.url))
}

function statementOf(slug = '', norm = '', paragraph = '', sentence = '', text = ''): Statement {
  return { slug, norm, paragraph: paragraph === '' ? null : paragraph, sentence: Number(sentence), text }
}

function readRows(file: string): string[][] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => line.split('\t'))
}
