import type { WantedSource } from '../../law/answer.ts'
import { fold } from '../../text/fold.ts'

const issuer =
  '(bmi|bamf|ministerium\\w*|\\w*ministerium\\w*|land|landes|landesregierung|nrw|bundesagentur|ba|mkffi|mkjfgfi)'
const decree =
  '(\\w*erlass(e|es)?|rundschreiben|anwendungshinweise?n?|verwaltungsvorschrift(en)?|vwv|(fachliche )?weisung(en)?)'
const court = '(bverwg|bverfg|eugh|egmr|ovg|vgh|bundesverwaltungsgericht|bundesverfassungsgericht|rechtsprechung)'

/** Asked for, not merely mentioned: `was sagt der Erlass`, `Erlass des Ministeriums zu …`, `hat das OVG … entschieden`. */
const asked: (WantedSource & { signs: RegExp })[] = [
  {
    kinds: ['decree', 'paper'],
    name: 'Erlasse und Verwaltungsvorschriften',
    signs: new RegExp(
      `\\b(was (sagt|sagen|steht|regelt|gilt)|gibt es|welche[rsn]?|wie lautet|laut)\\b.{0,40}\\b${decree}\\b.{0,60}\\b${issuer}\\b` +
        `|\\b(was (sagt|sagen|steht|regelt)|gibt es|welche[rsn]?)( (in|der|die|das|ein|eine|einen|den|im|aktuelle[rn]?|neue[rn]?|es))* ${decree}\\b` +
        `|\\b(aktuelle[rn]?|neueste[rn]?|unser(e[rs]?)?|gilt( \\w+){0,3}( ein| kein| eine)?( andere[rs]?)?) (\\w+ )?${decree}\\b|\\b${decree} (des|der|vom) ${issuer}\\b`,
    ),
  },
  {
    kinds: ['ruling'],
    name: 'Gerichtsentscheidungen',
    signs: new RegExp(
      `\\b(was (sagt|sagen|meint)|wie sieht|wie hat|was hat|hat|gibt es)( (das|der|die|es|eine?|\\w*aktuelle\\w*))* ${court}\\b|\\b${court}\\b.{0,80}\\b(zu|zum|zur|uber) .{3,}\\b(entschieden|geurteilt)\\b`,
    ),
  },
]

/** The kinds of document whose content a question asks for; null where it asks what the law says. */
export function asksOtherSource(question: string): WantedSource | null {
  const folded = fold(question).replace(/\s+/g, ' ')
  const found = asked.find(({ signs }) => signs.test(folded))
  return found ? { kinds: found.kinds, name: found.name } : null
}
