import type { Answer, Citation } from '../law/answer.ts'
import type { Conflict } from '../law/contradiction.ts'
import { germanDay, type Day } from '../law/day.ts'
import { checklistTitle } from '../law/checklist-names.ts'
import { factsOf } from '../law/facts.ts'
import { rankNames } from '../law/rank-names.ts'
import { linkLine } from './link-line.ts'
import { checklistLine, printClaims } from './print-claims.ts'
import { printHits } from './print-hits.ts'
import { standLine } from '../law/source-stand.ts'
import { validityLine } from '../law/validity-line.ts'
import { wrap } from './wrap.ts'

/** The answer for people, wrapped at `width`: claims with their numbers, then each place with quote and link. */
export function printAnswer(answer: Answer, width: number): string {
  const { asOf, citations, open, removed, abstention, notices, understood, sources, corrections } = answer
  const state = sources.freshest === null ? '' : `, Stand der Texte ${germanDay(sources.freshest)}`
  const stand = standLine(sources.stand)
  const parts = [
    wrap(`${modeLine(answer)} Rechtslage am ${germanDay(asOf)}, Gebiet ${answer.territory}${state}.`, width),
    ...(answer.rewritten ? [wrap(`Verstanden als: ${answer.rewritten.question}`, width)] : []),
    ...(understood?.summary ? [wrap(`Verstanden: ${understood.summary}`, width)] : []),
    ...notices.map((notice) => wrap(notice, width, '  ', '! ')),
    ...corrections.map(({ text, citation }) => wrap(`${text} [${citation}]`, width, '  ', '! ')),
    ...(abstention === null ? printClaims(answer, width) : [wrap(abstention.message, width)]),
    ...answer.conflicts.map((conflict) => printConflict(conflict, citations, width)),
    ...list(checklistTitle, answer.checklist.map(checklistLine), width),
    ...list(answer.style === 'vermerk' ? 'Offene Punkte' : 'Offen geblieben', open, width),
    ...(citations.length === 0
      ? []
      : ['Fundstellen', ...citations.map((citation) => printCitation(citation, asOf, width))]),
    ...list(
      'Entfernt, weil die Prüfung nicht bestanden ist',
      removed.map(({ text, detail }) => `${text} (${detail})`),
      width,
    ),
    ...(abstention === null || abstention.nearest.length === 0
      ? []
      : ['Am nächsten kommen', printHits(abstention.nearest, asOf, width)]),
    wrap(factsOf(answer).line, width),
    ...(stand === '' ? [] : [wrap(`Stand: ${stand}.`, width)]),
    'Die Entscheidung trifft die Sachbearbeitung.',
  ]
  return `${parts.join('\n\n')}\n`
}

function modeLine({ mode, model, fallback, checker }: Answer): string {
  if (mode === 'abstained') return 'Keine Antwort.'
  const byModel = checker === null ? '' : `, auch vom Prüfmodell ${checker.name}`
  if (mode === 'llm') return `Formuliert von ${model?.name ?? 'einem Sprachmodell'}, Satz für Satz geprüft${byModel}.`
  return fallback ?? 'Kein Sprachmodell: wörtliche Auszüge.'
}

function list(title: string, items: string[], width: number): string[] {
  if (items.length === 0) return []
  return [title, items.map((item) => wrap(item, width, '  ', '– ')).join('\n')]
}

/** The sides one below the other, each under its rank: columns would break in a narrow window. */
function printConflict({ message, sides }: Conflict, citations: Citation[], width: number): string {
  const lines = sides.map(({ rank, label, citation }) => {
    const quote = citations.find(({ number }) => number === citation)?.quote ?? ''
    return wrap(`${rankNames[rank]}, ${label} [${citation}]: „${quote}“`, width, '    ', '  – ')
  })
  return [wrap(`Widerspruch: ${message}`, width, '  ', '! '), ...lines].join('\n')
}

function printCitation(citation: Citation, asOf: Day, width: number): string {
  const number = `[${citation.number}] `
  const indent = ' '.repeat(number.length)
  return [
    wrap(citation.label, width, indent, number),
    wrap(`„${citation.quote}“`, width, indent),
    wrap(validityLine(citation, asOf), width, indent),
    ...(citation.flags ?? []).map(({ message }) => wrap(message, width, indent, `${indent.slice(2)}! `)),
    wrap(linkLine(citation), width, indent),
  ].join('\n')
}
