import type { ProseReference } from '../law/answer.ts'
import type { CheckedSentence, CheckedText } from '../law/checked-text.ts'
import { germanDay, type Day } from '../law/day.ts'
import { findReferences } from '../law/references/find-references.ts'
import { wrap } from './wrap.ts'

/** A checked text for people: each reference with its verdict, then each sentence that names one with its own. */
export function printCheck({ references, sentences }: CheckedText, asOf: Day, width: number): string {
  if (references.length === 0) return 'Der Text nennt keine Vorschrift und kein Aktenzeichen.\n'
  const parts = [
    wrap(
      `Geprüft nach der Rechtslage am ${germanDay(asOf)}. „Gestützt“ heißt: Die Regeln fanden nichts dagegen.`,
      width,
    ),
    ['Fundstellen', ...references.map((each) => wrap(`${each.text}: ${verdictOn(each)}`, width, '  ', '– '))].join(
      '\n',
    ),
    'Sätze mit einer Fundstelle',
    ...sentences.map((sentence) => printSentence(sentence, width)),
  ]
  return `${parts.join('\n\n')}\n`
}

function verdictOn({ text, verdict, inForce }: ProseReference): string {
  const isDecision = findReferences(text).some(({ kind }) => kind === 'case')
  // A publisher has not every decision of a court: that it is not there says less than of a §.
  if (verdict === 'not_found') return isDecision ? 'steht nicht in der Sammlung der Entscheidungen' : 'gibt es nicht'
  if (verdict === 'ok' && isDecision) return 'vorhanden'
  if (verdict === 'not_checked') return 'nicht geprüft (nicht in der Sammlung, oder ohne Gesetz genannt)'
  return inForce ? 'vorhanden und in Kraft' : 'vorhanden, an diesem Tag aber nicht in Kraft'
}

const verdicts: Record<CheckedSentence['supports'], string> = {
  rule: 'Gestützt.',
  not_supported: 'Nicht gestützt:',
  not_checked: 'Nicht geprüft:',
}

function printSentence({ text, supports, detail }: CheckedSentence, width: number): string {
  const verdict = [verdicts[supports], detail].filter((part) => part !== null).join(' ')
  return [wrap(`„${text}“`, width), wrap(verdict, width, '  ', '→ ')].join('\n')
}
