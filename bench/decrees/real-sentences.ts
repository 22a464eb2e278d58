import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseStatute } from '../../ingest/parse/statute-xml.ts'
import { corpusDir } from '../../tests/corpus.ts'

const WORD = /\p{L}{5,}/gu
/** Share of words replaced, so that no two decrees share a sentence and each can be asked for by one. */
const replacedShare = 0.15

/** Gives sentences of real law of the corpus, each time in other words: nothing of it is kept in the repository. */
export function realSentences(random: () => number): () => string {
  const sentences = readdirSync(corpusDir).toSorted().flatMap(newestSentences)
  const words = [...new Set(sentences.flatMap((sentence) => sentence.match(WORD) ?? []))]
  const draw = (of: readonly string[]) => of[Math.floor(random() * of.length)] as string
  return () => draw(sentences).replaceAll(WORD, (word) => (random() < replacedShare ? draw(words) : word))
}

function newestSentences(slug: string): string[] {
  const file = readdirSync(join(corpusDir, slug)).toSorted().at(-1)
  if (file === undefined) return []
  return parseStatute(readFileSync(join(corpusDir, slug, file)), slug).norms.flatMap(({ text, sentences }) =>
    sentences
      .map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' ').trim())
      .filter((sentence) => /^\p{Lu}.{60,300}\.$/u.test(sentence)),
  )
}
