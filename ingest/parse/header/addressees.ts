import type { Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'

const opening = /^(?:An(?:\s(?:die|das|den|alle)\b.*)?:?|Nachrichtlich:?|nachrichtlich:?|Verteiler:?)$/
const end =
  /^(?:Betreff|Betr\.|Betrifft|Bezug|Bezüglich|Anlagen?|Datum|Az|Aktenzeichen|Geschäftszeichen|Mein Zeichen|Telefon|Tel\.|Telefax|Fax|E-Mail|Bearbeit|Auskunft|Sehr geehrte|Seite|Nur per|Per E-?Mail|per E-?Mail)|^\S+, (?:den )?\d|^\d{1,2}\.\d{1,2}\.\d{4}$|^[\w.-]+@|^\d{5}\s/i
/** More lines than a list of addressees has: what follows is text. */
const mostLines = 25

/** Whom a decree is addressed to, one entry a line or semicolon; copies (`nachrichtlich`) among them. */
export function addressees({ lines }: HeaderText): Finding<string>[] {
  const head = lines.slice(0, 50)
  const found: Finding<string>[] = []
  for (const [at, { text, start }] of head.entries()) {
    if (!opening.test(text)) continue
    const rest = /^An\s(?<words>(?:die|das|den|alle)\s.+)$/.exec(text)?.groups?.['words']
    if (rest !== undefined)
      found.push({
        value: withoutArticle(rest),
        certainty: 'medium',
        start: start + text.length - rest.length,
        end: start + text.length,
      })
    for (const line of head.slice(at + 1, at + 1 + mostLines)) {
      if (end.test(line.text) || opening.test(line.text) || line.text.length > 120) break
      if (!/^(?:die|das|den|der|an)$/i.test(line.text))
        found.push({ value: withoutArticle(line.text), certainty: 'medium', start: line.start, end: line.end })
    }
  }
  return found
}

function withoutArticle(text: string): string {
  return text.replace(/^(?:[-–•]\s)?(?:die|das|den)\s/, '').replace(/[;,:]$/, '')
}
