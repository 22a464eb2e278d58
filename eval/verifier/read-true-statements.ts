import { readFileSync } from 'node:fs'

/** A statement in our own words with the sentence of the law it is true of. */
export interface TrueStatement {
  /** The publisher's key of the law: `aufenthg_2004`. */
  slug: string
  norm: string
  /** Absatz; null where the norm has none. */
  paragraph: string | null
  sentence: number
  text: string
}

/** The statements written by hand, in their order. One a line: law, norm, Absatz, Satz, statement, divided by tabs. */
export function readTrueStatements(): TrueStatement[] {
  const lines = readFileSync(new URL('true-statements.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [slug = '', norm = '', paragraph = '', sentence = '', text = ''] = line.split('\t')
    return { slug, norm, paragraph: paragraph === '' ? null : paragraph, sentence: Number(sentence), text }
  })
}
