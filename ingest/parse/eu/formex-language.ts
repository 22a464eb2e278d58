import { findElements } from '../rulings/find-element.ts'
import { characterData, type XmlElement } from '../xml-element.ts'
import { EuParseError } from './eu-parse-error.ts'

/** @throws EuParseError where the file says it is in another language than German. */
export function requireGermanFile(celex: string, root: XmlElement): void {
  const [stated] = findElements(root, ({ name }) => name === 'LG.DOC')
  const language = stated === undefined ? 'DE' : characterData(stated).trim()
  if (language !== 'DE')
    throw new EuParseError(celex, {
      problem: `die Datei ist in der Sprache ${language}`,
      remedy: 'Eingelesen wird nur die deutsche Sprachfassung: Rufen Sie diese ab (auf EUR-Lex „DE“).',
    })
}
