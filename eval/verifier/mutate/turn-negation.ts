import { pick } from '../../seeded-random.ts'
import type { Mutator } from './mutator.ts'

type Turn = (sentence: string) => string

/** Each turns a sentence into its opposite where it has such words, and leaves it as it is where it has none. */
const turns: Turn[] = [
  (text) => text.replace(/ nicht (?!nur|mehr|länger|weniger|unter|über|später|überschr|unterschr|überst)/, ' '),
  (text) => text.replace(/(?<!\p{L})([Kk])ein(e?[rnms]?)(?!\p{L})/u, (_, k, end) => `${k === 'K' ? 'E' : 'e'}in${end}`),
  (text) =>
    /nicht|kein|ohne|weder|sondern/.test(text) ||
    !/ (?:kann|können|darf|soll|sollen|wird|werden|muss|ist|sind) /.test(text)
      ? text
      : text.replace(/ (\S+(?: werden| sein| ist| sind)?)\.$/, ' nicht $1.'),
  (text) => text.replace(/(?<!\p{L})ohne (?=\p{Lu})/u, 'mit '),
  (text) =>
    text.replace(
      /(?<= (?:ist|sind|wird|werden) [^,;]*)(?<= )(zulässig|wirksam|verpflichtet|erforderlich)(?=[.,;])/,
      'nicht $1',
    ),
  (text) => text.replace(/(?<= )unzulässig(?=[.,;])/, 'zulässig'),
]

/** The opposite: `nicht` left out or put in, `ein` for `kein`, `mit` for `ohne`. */
export const turnNegation: Mutator = (sentence, random) => {
  const turned = turns.map((turn) => turn(sentence)).filter((text) => text !== sentence)
  return turned.length === 0 ? null : pick(turned, random)
}
