import type { Inquiry } from '../../law/answer.ts'
import { contentWords } from '../../text/words.ts'

/** Words that every title, purpose and person shares: a question of nothing else fits them all. */
const everyCase = new Set(
  contentWords(
    'verlängern verlängert Verlängerung bekommen bekommt bekomme kriegen kriegt erhalten erhält beantragen Antrag stellen ' +
      'erteilen erteilt ausstellen Titel Aufenthaltstitel Aufenthalt Aufenthaltserlaubnis Erlaubnis AE eAT Aufenthaltsrecht ' +
      'bleiben bleibt hierbleiben weiter länger noch einmal nochmal wieder weiterhin trotzdem eigentlich überhaupt möglich ' +
      'geht klappt mal genehmigt genehmigen Anspruch Chance kann können darf dürfen soll muss müssen will wollen möchte möchten nicht nur ' +
      'arbeiten arbeitet Arbeit ausreisen ausreist Deutschland Kunde Kundin Mann Frau Herr Person Leute jemand Antragsteller ' +
      'Antragstellerin Ausländer Ausländerin Voraussetzung Voraussetzungen Unterlagen brauchen braucht brauche nötig bitte',
  ),
)
/** Somebody in particular, not a rule. */
const somebody =
  /(?<!\p{L})(?:ich|er|sie|wir|mir|mich|ihm|ihn|ihr|mein[a-z]*|sein[a-z]*|unser[a-z]*|(?:der|die|dem|den) (?:Kund|Antragstell|Mann|Frau|Ausländer|Person)\p{L}*|Herr|Frau) ?/iu
const general = new Set(['Aufenthaltstitel', 'Aufenthaltserlaubnis'])

/**
 * Whether the answer hangs on facts a question does not give: it asks for somebody in particular, names no norm, title,
 * purpose or other circumstance, and has no word that would tell one case from another. A German sentence that names the
 * missing facts, or null.
 */
export function needsFacts({ question, references, documentIds, titles }: Inquiry): string | null {
  if (references.length > 0 || documentIds.length > 0) return null
  if (titles.some(({ title }) => !general.has(title)) || !somebody.test(question.text)) return null
  const words = contentWords(question.text)
  if (words.length === 0 || !words.every((word) => everyCase.has(word))) return null
  return 'Die Antwort hängt von Angaben ab, die in der Frage fehlen. Bitte ergänzen: den jetzigen Titel oder Status (etwa die Aufenthaltserlaubnis mit ihrem Paragraphen, Duldung, Visum), den Zweck des Aufenthalts (Studium, Ausbildung, Beschäftigung, Familie, Schutz) und die Staatsangehörigkeit.'
}
