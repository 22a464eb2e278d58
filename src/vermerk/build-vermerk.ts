import type { Answer } from '../law/answer.ts'
import { germanDay } from '../law/day.ts'
import { standLine } from '../law/source-stand.ts'
import { layOutCitation } from './lay-out-citation.ts'
import { sectionsOf } from './sections-of.ts'
import type { Vermerk } from './vermerk.ts'

/** The one sentence that every export ends with. */
export const closing = 'Die Entscheidung trifft die Sachbearbeitung.'

/**
 * An answer for the file: what was asked, what the law says word for word and how it can be checked, what was removed,
 * and what everything was made with. `origin` is the address of the service; null in the terminal.
 */
export function buildVermerk(answer: Answer, origin: string | null): Vermerk {
  return {
    title: 'Vermerk zu einer Rechtsfrage',
    head: headOf(answer),
    sections: sectionsOf(answer),
    citations: answer.citations.map((citation) => layOutCitation(citation, answer.asOf, origin)),
    closing,
  }
}

function headOf(answer: Answer): Vermerk['head'] {
  const { question, rewritten, asOf, territory, sources, createdAt, id } = answer
  const stand = standLine(sources.stand)
  return [
    { label: 'Frage', value: question === '' ? 'nach Ablauf der Aufbewahrungszeit gelöscht' : question },
    ...(rewritten ? [{ label: 'Verstanden als', value: rewritten.question }] : []),
    { label: 'Rechtslage am', value: germanDay(asOf) },
    { label: 'Gebiet', value: territory },
    { label: 'Formulierung', value: wordedBy(answer) },
    { label: 'Bestand', value: `${sources.corpusState}${freshness(sources.freshest)}` },
    ...(stand === '' ? [] : [{ label: 'Stand der Quellen', value: stand }]),
    { label: 'Erstellt am', value: germanTime(createdAt) },
    { label: 'Kennung', value: id },
  ]
}

function wordedBy({ mode, model, fallback, checker }: Answer): string {
  const also = checker ? `; auch vom Prüfmodell ${checker.name} geprüft${hashOf(checker.promptHash)}` : ''
  if (model) return `Sprachmodell ${model.name}, Satz für Satz gegen den Text geprüft${hashOf(model.promptHash)}${also}`
  if (mode === 'abstained') return fallback ?? 'Es gibt keine Antwort.'
  return fallback ?? 'Kein Sprachmodell hat diese Antwort formuliert: wörtliche Auszüge.'
}

function freshness(freshest: Answer['sources']['freshest']): string {
  return freshest === null ? '' : `, Stand der Texte ${germanDay(freshest)}`
}

/** `24.11.2026, 10:05 Uhr`, in the legal time zone of Germany. */
function germanTime(moment: string): string {
  const format = new Intl.DateTimeFormat('de-DE', {
    timeZone: 'Europe/Berlin',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return `${format.format(new Date(moment))} Uhr`
}

function hashOf(promptHash: string | null): string {
  return promptHash === null ? '' : ` (SHA-256 der Anweisung: ${promptHash})`
}
