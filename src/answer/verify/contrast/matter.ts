import { fold } from '../../../text/fold.ts'
import { numberWord } from '../../../text/number-words.ts'
import { unitOf } from '../../../text/units.ts'
import { contentWords } from '../../../text/words.ts'
import { withoutReferences } from '../bare-text.ts'

/** Words that bind, deny, count or just talk: what a sentence is about does not hang on them. */
const talk =
  /^(?:nicht|kein|nie|niemal|weder|noch|ohne|nur|muss?|musst|kann|konn|konnt|darf|durf|soll|sollt|mocht|lass|erst|schon|eigentlich|gilt|gelt|sagt|heisst|bitt|wahr|richtig|hochsten|langsten|mindesten|spatesten|fruhesten|innerhalb|binn|mehr|wenig|insgesamt|nach|jeweil|grundsatzlich|trotzdem)$/

/** `AufenthG`, `SGB II`, `Asylgesetz`: what a sentence says does not hang on who says it. */
const nameOfLaw =
  /(?<!\p{L})(?:\p{Lu}\p{L}*\p{Lu}(?:\/EU)?|SGB [IVX]+|\p{Lu}\p{Ll}+(?:gesetz|verordnung|gesetzbuch)(?:e?s)?)(?!\p{L})/gu

/** Stems of what a stretch of text is about, each once: no numbers, units, references, and no words of modality or denial. */
export function matterOf(text: string): string[] {
  const words = fold(withoutReferences(text).replace(nameOfLaw, ' ')).match(/[a-z0-9]+/g) ?? []
  const about = words.filter((word) => !/\d/.test(word) && numberWord(word) === null && !unitOf(word).isMeasure)
  return [...new Set(contentWords(about.join(' ')))].filter((word) => !talk.test(word))
}
