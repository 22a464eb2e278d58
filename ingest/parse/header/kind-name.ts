import { withoutCapitals, withoutLetterSpacing } from './court-name.ts'
import { decisionWords } from './decision-heading.ts'
import type { Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'
import { kindNameIn } from './instrument-words.ts'
import { mendJoinedWords } from './mend-joined-words.ts'

const decision = new RegExp(
  `^(?:\\p{L}[\\p{L} .()-]{1,60}, )?(?<kind>${decisionWords}|JUDGMENT|ORDER|OPINION|Gutachten)(?![\\p{L}])`,
  'iu',
)

/** What the document calls itself: `Urteil`, `Beschluss`, `Runderlass`, `Verordnung`. */
export function kindName(header: HeaderText): Finding<string> | null {
  const { opening, lines, genre } = header
  if (genre === 'decree') return inTitle(lines.slice(0, 12)) ?? inText(header)
  for (const { text, start } of opening.slice(0, 120)) {
    const word = decision.exec(withoutLetterSpacing(text))?.groups?.['kind']
    if (word !== undefined) return { value: inSmallLetters(word), certainty: 'high', start, end: start + word.length }
  }
  return null
}

function inTitle(lines: HeaderText['lines']): Finding<string> | null {
  for (const { text, start } of lines) {
    const word = kindNameIn(mendJoinedWords(text))
    if (word !== null)
      return {
        value: word,
        certainty: 'high',
        start: start + text.indexOf(word),
        end: start + text.indexOf(word) + word.length,
      }
  }
  return null
}

/** A letter names itself in its text: `Mit diesem Erlass …`. */
function inText({ text }: HeaderText): Finding<string> | null {
  const found =
    /\b[Dd]iese[rmns]? (?<kind>Runderlass|Erlass|Rundschreiben|Dienstanweisung|Verwaltungsvorschrift|Weisung|Verfügung)(?!\p{L})/u.exec(
      text,
    )
  const word = found?.groups?.['kind']
  if (!found || word === undefined) return null
  const start = found.index + found[0].length - word.length
  return { value: word, certainty: 'medium', start, end: start + word.length }
}

function inSmallLetters(word: string): string {
  return word === word.toUpperCase() ? withoutCapitals(`${word}       `).trim() : word
}
