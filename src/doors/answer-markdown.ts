import type { Answer, ChecklistItem, Citation } from '../law/answer.ts'
import { checklistTitle, stateNames } from '../law/checklist-names.ts'
import { germanDay } from '../law/day.ts'
import { escapeMarkdown } from '../text/escape-markdown.ts'

/**
 * An answer as one Markdown text for windows that show nothing but text: what the page shows beside the answer stands
 * below it, and `more` among the notices. Its first paragraphs are `answer.answer`, letter for letter; in a file note what
 * was asked stands before.
 */
export function answerMarkdown(answer: Answer, more: string[]): string {
  const { asOf, territory, citations, open, removed, notices, fallback, abstention } = answer
  const parts = [
    ...sectionsBefore(answer),
    answer.answer || (abstention?.message ?? ''),
    ...section(
      'Fragen',
      answer.parts.map(({ question }, at) => escapeMarkdown(`Frage ${at + 1}: ${question}`)),
    ),
    ...section(checklistTitle, answer.checklist.map(checklistLine)),
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

function citationLine(citation: Citation): string {
  const { number, quote, url, urlShows } = citation
  const shows = isOfficial(url) && urlShows === 'current_version' ? ' (Link zeigt die heutige Fassung)' : ''
  return `[${number}] ${linked(citation)}${shows}: „${escapeMarkdown(quote.replace(/\s+/g, ' '))}“`
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
