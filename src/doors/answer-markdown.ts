import type { Answer, ChecklistItem, Citation } from '../law/answer.ts'
import type { Conflict } from '../law/contradiction.ts'
import { checklistTitle, stateNames } from '../law/checklist-names.ts'
import { germanDay } from '../law/day.ts'
import { factsOf } from '../law/facts.ts'
import { rankNames } from '../law/rank-names.ts'
import { standLine } from '../law/source-stand.ts'
import { escapeMarkdown } from '../text/escape-markdown.ts'

/**
 * An answer as one Markdown text for windows that show nothing but text: what the page shows beside the answer stands
 * below it, and `more` among the notices. Its first paragraphs are `answer.answer`, letter for letter; corrections of the
 * question, and in a file note what was asked, stand before.
 */
export function answerMarkdown(answer: Answer, more: string[]): string {
  const { asOf, territory, citations, open, removed, notices, fallback, abstention } = answer
  const stand = standLine(answer.sources.stand)
  const parts = [
    ...section(
      'Zur Frage',
      answer.corrections.map(({ text, citation }) => `${escapeMarkdown(text)} [${citation}]`),
    ),
    ...sectionsBefore(answer),
    answer.answer || (abstention?.message ?? ''),
    ...section(
      'Fragen',
      answer.parts.map(({ question }, at) => escapeMarkdown(`Frage ${at + 1}: ${question}`)),
    ),
    ...section(checklistTitle, answer.checklist.map(checklistLine)),
    ...answer.conflicts.flatMap((conflict) => conflictTable(conflict, citations)),
    ...section('Fundstellen', citations.map(citationLine)),
    ...section('Am nächsten kommen', abstention?.nearest.map(linked) ?? []),
    ...section(answer.style === 'vermerk' ? 'Offene Punkte' : 'Offen geblieben', open.map(escapeMarkdown)),
    ...section(
      'Entfernt, weil die Prüfung nicht bestanden ist',
      removed.map(({ text, detail }) => escapeMarkdown(`${text} (${detail})`)),
    ),
    ...section(
      'Hinweise',
      [...understoodAs(answer), ...notices, ...more, ...(fallback === null ? [] : [fallback])].map(escapeMarkdown),
    ),
    factsOf(answer).line,
    ...(stand === '' ? [] : [`Stand: ${stand}.`]),
    `Rechtslage am ${germanDay(asOf)}, Gebiet ${territory}. Die Entscheidung trifft die Sachbearbeitung.`,
  ]
  return parts.join('\n\n')
}

/** A file note says what was asked before it says what the law is. */
function sectionsBefore({ style, question, abstention }: Answer): string[] {
  if (style !== 'vermerk' || abstention !== null) return []
  return ['**Sachverhalt (wie gefragt)**', escapeMarkdown(question), '**Rechtslage**']
}

function checklistLine({ requirement, citations, state, fact }: ChecklistItem): string {
  const numbers = citations.map((number) => `[${number}]`).join(' ')
  return `${escapeMarkdown(requirement)} ${numbers}: ${stateNames[state]}${fact === null ? '' : escapeMarkdown(` („${fact}“)`)}`
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`**${title}**`, lines.map((line) => `- ${line}`).join('\n')]
}

/** Side by side, as a table; its heads are ranks and labels. */
function conflictTable({ message, sides }: Conflict, citations: Citation[]): string[] {
  const quoteOf = (wanted: number) => citations.find(({ number }) => number === wanted)?.quote ?? ''
  return [
    `**Widerspruch**`,
    escapeMarkdown(message),
    [
      row(sides.map(({ rank, label, citation }) => `${rankNames[rank]}: ${escapeMarkdown(label)} [${citation}]`)),
      row(sides.map(() => '---')),
      row(sides.map(({ citation }) => `„${escapeMarkdown(quoteOf(citation).replace(/\s+/g, ' '))}“`)),
    ].join('\n'),
  ]
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}

function citationLine(citation: Citation): string {
  const { number, quote, url, urlShows } = citation
  const shows = isOfficial(url) && urlShows === 'current_version' ? ' (Link zeigt die heutige Fassung)' : ''
  const flags = (citation.flags ?? []).map(({ message }) => ` **${escapeMarkdown(message)}**`).join('')
  return `[${number}] ${linked(citation)}${shows}: „${escapeMarkdown(quote.replace(/\s+/g, ' '))}“${flags}`
}

/** Invented law has no official address, only ours, which a window elsewhere cannot open. */
function linked({ label, url }: { label: string; url: string }): string {
  return isOfficial(url) ? `[${escapeMarkdown(label)}](${url})` : escapeMarkdown(label)
}

function isOfficial(url: string): boolean {
  return /^https?:/.test(url)
}

/** A follow-up is answered as it was understood, and says so. */
function understoodAs({ rewritten }: Answer): string[] {
  return rewritten ? [`Verstanden als: ${rewritten.question}`] : []
}
