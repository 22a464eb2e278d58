import type { Answer, Citation } from '../law/answer.ts'
import { germanDay } from '../law/day.ts'

/**
 * An answer as one Markdown text for windows that show nothing but text: what the page shows beside the answer stands
 * below it, and `more` among the notices. Its first paragraphs are `answer.answer`, letter for letter.
 */
export function answerMarkdown(answer: Answer, more: string[]): string {
  const { asOf, territory, citations, open, removed, notices, fallback, abstention } = answer
  const parts = [
    answer.answer || (abstention?.message ?? ''),
    ...section('Fundstellen', citations.map(citationLine)),
    ...section('Am nächsten kommen', abstention?.nearest.map(linked) ?? []),
    ...section('Offen geblieben', open.map(escape)),
    ...section(
      'Entfernt, weil die Prüfung nicht bestanden ist',
      removed.map(({ text, detail }) => escape(`${text} (${detail})`)),
    ),
    ...section('Hinweise', [...notices, ...more, ...(fallback === null ? [] : [fallback])].map(escape)),
    `Rechtslage am ${germanDay(asOf)}, Gebiet ${territory}. Die Entscheidung trifft die Sachbearbeitung.`,
  ]
  return parts.join('\n\n')
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`**${title}**`, lines.map((line) => `- ${line}`).join('\n')]
}

function citationLine(citation: Citation): string {
  const { number, quote, url, urlShows } = citation
  const shows = isOfficial(url) && urlShows === 'current_version' ? ' (Link zeigt die heutige Fassung)' : ''
  return `[${number}] ${linked(citation)}${shows}: „${escape(quote.replace(/\s+/g, ' '))}“`
}

/** Invented law has no official address, only ours, which a window elsewhere cannot open. */
function linked({ label, url }: { label: string; url: string }): string {
  return isOfficial(url) ? `[${escape(label)}](${url})` : escape(label)
}

function isOfficial(url: string): boolean {
  return /^https?:/.test(url)
}

/** Words of the law and of a model are text: never markup, and no address that a window makes a link of. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]|:(?=\/\/)|(?<=\bwww)\./g, '\\$&')
}
