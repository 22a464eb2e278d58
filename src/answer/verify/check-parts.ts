import { blankSpans } from '../../text/blank-spans.ts'
import { findReferences } from '../../law/references/find-references.ts'
import type { CitedClaim, Failure } from './check.ts'

const list = String.raw`\d+[a-z]?(?:(?:,| und| oder| bis| sowie) (?:Nr\. |Nummern? |Abs\. |Absatz |Satz )?\d+[a-z]?)*`
const parts = [
  { name: 'Absatz', pattern: new RegExp(String.raw`(?:Absatz(?:es)?|Absätzen?|Abs\.) (${list})`, 'gu') },
  { name: 'Satz', pattern: new RegExp(String.raw`(?<!\p{L})(?:Satz(?:es)?|Sätzen?|S\.) (${list})`, 'gu') },
  { name: 'Nummer', pattern: new RegExp(String.raw`(?:Nummern?|Nr\.) (${list})`, 'gu') },
]

/**
 * A part that a claim names without its § (`Absatz 1 Nummer 4`) is one that the cited norm names, or the cited place
 * itself. Where the cited sentences name no such part the claim may speak of the place in its own way, and passes.
 */
export function checkParts({ text, evidence, passages }: CitedClaim): Failure | null {
  const relative = blankSpans(text, findReferences(text))
  for (const { name, pattern } of parts) {
    const cited = evidence.flatMap((piece) => numbersIn(piece.text, pattern))
    if (cited.length === 0) continue
    const around = passages.flatMap((passage) => numbersIn(passage.text, pattern))
    const own = [
      ...evidence.map(({ sentence }) => String(sentence)),
      ...passages.flatMap(({ paragraph, path }) => [paragraph ?? '', ...path]),
    ]
    const strange = numbersIn(relative, pattern).find((number) => ![...cited, ...around, ...own].includes(number))
    if (strange !== undefined)
      return { reason: 'reference_not_found', detail: `${name} ${strange} nennt die zitierte Stelle nicht.` }
  }
  return null
}

/** Every number of a list, and those between the two of a range: `2 bis 4`. */
function numbersIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, numbers = '']) => [
    ...(numbers.match(/\d+[a-z]?/g) ?? []),
    ...[...numbers.matchAll(/(\d+) bis (?:\p{L}+\.? )?(\d+)/gu)].flatMap(([, from, to]) => between(from, to)),
  ])
}

function between(from: string | undefined, to: string | undefined): string[] {
  const [first, last] = [Number(from), Number(to)]
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => String(first + 1 + index))
}
