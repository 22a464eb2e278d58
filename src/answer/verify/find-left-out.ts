import type { Evidence, LeftOut } from '../../law/answer.ts'
import { contentWords } from '../../text/words.ts'
import type { CitedClaim } from './check.ts'
import { share } from './clauses.ts'

/** Exceptions within a sentence, to its next comma or its end. */
const within: RegExp[] = [
  /[,;] es sei denn,?[^;]+/g,
  /[,;] (?:wenn|soweit|sofern|solange) (?:nicht|kein)[^;]+?(?=[,.;]|$)/g,
  /[,;] (?:außer|ausgenommen|mit Ausnahme)[^;]+?(?=[,.;]|$)/g,
  /; (?:dies|das|diese|Satz \d+|Absatz \d+[a-z]?|die)(?!\p{L})[^;]*?(?:nicht|keine)(?!\p{L})[^;]*/gu,
  /(?<!\p{L})(?:abweichend|ausgenommen) (?:von|hiervon|davon)[^,;]+?(?=[,.;]| (?:kann|ist|wird|soll|darf|gilt|beträgt|beginnt|sind|können)(?!\p{L})|$)/giu,
  /(?<!\p{L})abweichend von (?:den |dem )?(?:Sätzen|Satz|Absätzen|Absatz|Nummer) \d+[a-z]?(?:(?: bis | und |, )\d+[a-z]?)*(?: Satz \d+)?/giu,
  /^Soweit nichts anderes bestimmt ist/g,
]
/** Sentences that take something out of a sentence before them. */
const after: RegExp[] = [
  /^(?:Dies|Das|Diese|Letzteres)(?!\p{L})[^,;]*?(?:gilt|gelten|findet|finden|ist|sind)(?!\p{L})[^,;]*?(?:nicht|keine)(?!\p{L}|\snur)/u,
  /^(?:Satz|Die Sätze|Sätze) (?<first>\d+)(?:(?: bis | und )(?<last>\d+))?(?!\d)[^,;]*? (?:gilt|gelten|findet|finden|ist|sind)(?!\p{L})[^,;]*?(?:nicht|keine)(?!\p{L}|\snur)/u,
  /^Abweichend von (?:den Sätzen |Satz )(?<first>\d+)(?:(?: bis | und )(?<last>\d+))?/,
  /^(?:Ausgenommen|Ausnahmen)(?!\p{L})/u,
]

/** From here on a claim speaks of an exception. */
const spoken = 0.5

/**
 * The first exception of what a claim cites that the claim does not speak of: in the cited sentence (`es sei denn`,
 * `soweit nicht`, `abweichend von`), or in a sentence of the same Absatz that says that the cited one does not apply.
 * A claim with it is not false, but a reader must know.
 */
export function findLeftOut({ text, evidence }: Pick<CitedClaim, 'text' | 'evidence'>): LeftOut | null {
  const words = contentWords(text)
  const found = evidence.flatMap((piece) => [...exceptionsIn(piece), ...exceptionsAfter(piece, evidence)])
  return found.find((exception) => share(ownWords(exception.text), words) < spoken) ?? null
}

function ownWords(text: string): string[] {
  return [...new Set(contentWords(text.replace(/^[,; ]*(?:es sei denn|abweichend von)/i, '')))]
}

function exceptionsIn({ text, span, passage }: Evidence): LeftOut[] {
  return within.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const start = span.start + match.index
      return { passage, start, end: start + match[0].length, text: match[0].replace(/^[,;] /, '') }
    }),
  )
}

/** Sentences of the passage, not cited by the claim, that speak of this one as not applying. */
function exceptionsAfter({ passage, sentence, span }: Evidence, cited: Evidence[]): LeftOut[] {
  const { sentences, start: offset } = passage
  return sentences.flatMap(({ start, end }, index) => {
    const isCited = cited.some((other) => other.passage.id === passage.id && other.span.start === start)
    const text = passage.text.slice(Math.max(0, start - offset), end - offset)
    const groups = after.map((pattern) => pattern.exec(text)).find((match) => match !== null)
    if (!groups || isCited) return []
    const { first, last } = groups.groups ?? {}
    const isMeant =
      first === undefined
        ? sentences[index - 1]?.start === span.start
        : sentence >= Number(first) && sentence <= Number(last ?? first)
    return isMeant ? [{ passage, start, end, text }] : []
  })
}
