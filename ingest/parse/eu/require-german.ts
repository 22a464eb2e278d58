import { isGerman } from '../../../src/text/is-german.ts'
import { EuParseError } from './eu-parse-error.ts'

/** The first pages tell the language. */
const charactersRead = 20_000

/** @throws EuParseError for a text in another language: a passage of it would be quoted as German law. */
export function requireGerman(celex: string, text: string): void {
  if (!isGerman(text.slice(0, charactersRead)))
    throw new EuParseError(celex, {
      problem: 'der Text ist nicht deutsch',
      remedy: 'Eingelesen wird nur die deutsche Sprachfassung: Rufen Sie diese ab (auf EUR-Lex „DE“).',
    })
}
