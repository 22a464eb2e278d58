import type { AskedQuestion } from '../../law/asked-question.ts'
import type { MendedWord } from '../../law/mended-word.ts'
import { isOneTypoApart } from '../../text/one-typo.ts'
import { contentWords } from '../../text/words.ts'

/** Stems this long differ in a letter by mistake; shorter ones are often other words (`Gedicht`, `Gericht`), and nothing tells. */
const SHORTEST_MENDED = 8

const word = /\p{L}+/gu

/**
 * The words of a text that nobody used in a question, each with the one that differs from it in a letter and was used
 * most, as it was written most. Words without such a neighbour are left out.
 */
export function askedWordMender(questions: AskedQuestion[]): (text: string) => MendedWord[] {
  let forms: ReturnType<typeof formsOf> | undefined
  return (text) => {
    const known = (forms ??= formsOf(questions))
    const mended = [...new Set(text.match(word))].flatMap((written): MendedWord[] => {
      const [stem] = contentWords(written)
      if (stem === undefined || stem.length < SHORTEST_MENDED || known.has(stem)) return []
      const near = [...known].filter(
        ([other]) => Math.abs(other.length - stem.length) < 2 && isOneTypoApart(other, stem),
      )
      const [best] = near.toSorted(([, a], [, b]) => b.times - a.times)
      return best ? [{ written, meant: mostWritten(best[1].written) }] : []
    })
    return mended
  }
}

interface Forms {
  times: number
  written: Map<string, number>
}

/** By its stem, how often a word was used, and in which forms. */
function formsOf(questions: AskedQuestion[]): Map<string, Forms> {
  const forms = new Map<string, Forms>()
  for (const { text } of questions) {
    for (const written of text.match(word) ?? []) {
      const [stem] = contentWords(written)
      if (stem === undefined) continue
      const entry = forms.get(stem) ?? { times: 0, written: new Map<string, number>() }
      entry.times += 1
      entry.written.set(written, (entry.written.get(written) ?? 0) + 1)
      forms.set(stem, entry)
    }
  }
  return forms
}

function mostWritten(written: Map<string, number>): string {
  return [...written].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}
