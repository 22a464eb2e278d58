import type { PlacedLine } from './header-text.ts'

/** `Bezug: Mein Erlass vom … – Az. …`, also without a colon and in capitals. */
const reference = /^(?:Bezug|BEZUG|Bezüglich|Vorgang)(?:s?\p{Ll}+)?(?:[\s:.]|$)/u
/** What a reference says in its further lines; a label in capitals is the letter's own. */
const goesOn =
  /^(?:[-–—•(a-zäöü]|\d{1,2}[.)]\s|(?:Az|Aktenzeichen|Gz|Geschäftszeichen)[\s.:]|(?:Mein|Unser|Ihr|Erlass|Rund|Schreiben|Bericht|E-?Mail|Telefonat|Besprechung|Verfügung)|\S+(?:erlass|schreiben|bericht)\s(?:vom|v\.))/u
const mostLines = 4

const others =
  'Zeichen|Nachricht|Schreiben|Bericht|E-?Mail|Anfrage|Az|AZ|Aktenzeichen|Geschäftszeichen|Gz|Erlass|Runderlass|Rundschreiben|Antrag|Vorlage'
/** `Ihr Zeichen: …`, up to where the letter speaks of its own in the same line. */
const yours = new RegExp(
  `(?<!\\p{L})Ihre?[nmsr]?\\s(?:${others})(?!\\p{L}).*?(?=\\s(?:Mein|Unser)\\s(?:Zeichen|Az)|$)`,
  'u',
)
const yourLabel = new RegExp(`^Ihre?\\s(?:${others})(?:\\s?/\\s?Ihre?\\s(?:${others}))?(?:\\svom)?\\s?:?$`, 'u')
/** `Meinen Erlass vom …, Az. …, hebe ich auf`, `Mit Erlass vom …`: text that names another by day and number. */
const named =
  /(?:^(?:\(?\d+[.)]\s)?(?:D(?:er|en|em|ie|as|es)|Mit|Durch|Gemäß|Nach|Auf|Aufgrund|Unter|Im|In|Zum?|Siehe|Vgl)\s(?=.{3,120}\s(?:vom|v\.)\s\d)|(?<!\p{L})(?:[Mm]ein|[Uu]nser)(?:e[nmsr]?)?\s(?:\p{L}*(?:[Ee]rlass|[Ss]chreiben|[Vv]erfügung|[Ww]eisung|[Bb]ericht))).*$/u

/**
 * The lines of a head with all that speaks of other papers blanked (same length, so that offsets hold): what a letter refers
 * to, and what the addressee's number is, is never its own.
 */
export function withoutReferences(lines: readonly PlacedLine[]): PlacedLine[] {
  let left = 0
  let isFirst = false
  return lines.map((line, at) => {
    const { text } = line
    if (reference.test(text)) {
      left = mostLines
      isFirst = /^\p{L}+\s?:?$/u.test(text)
      return blank(line)
    }
    if (left > 0 && (isFirst || goesOn.test(text))) {
      left -= 1
      isFirst = false
      return blank(line)
    }
    left = 0
    if (at > 0 && yourLabel.test(lines[at - 1]?.text ?? '') && /^\S*\d/.test(text)) return blank(line)
    return { ...line, text: [yours, named].reduce((rest, words) => rest.replace(words, spaces), text) }
  })
}

function blank(line: PlacedLine): PlacedLine {
  return { ...line, text: spaces(line.text) }
}

function spaces(words: string): string {
  return ' '.repeat(words.length)
}
