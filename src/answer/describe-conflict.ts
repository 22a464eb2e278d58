import type { Rank } from '../law/document.ts'
import { rankNames } from '../law/rank-names.ts'

const decides = 'Ob beide denselben Fall regeln und was gilt, entscheidet die Sachbearbeitung.'

const articles: Record<Rank, 'der' | 'die' | 'das'> = {
  constitution: 'die',
  eu_act: 'das',
  statute: 'das',
  ordinance: 'die',
  administrative_regulation: 'die',
  decree: 'der',
  ruling: 'die',
  notice: 'die',
}

/** That sources of these ranks differ, as German sentences: how the ranks stand is said as a fact, and decides nothing. */
export function describeConflict(ranks: Rank[]): string {
  const [highest, ...others] = [...new Set(ranks)]
  if (highest === undefined) throw new RangeError('A conflict has sides')
  const lowest = others.at(-1)
  if (lowest === undefined) {
    return `Zwei Quellen gleichen Ranges (${rankNames[highest]}) sagen Verschiedenes. Ein Vorrang ergibt sich aus dem Rang nicht. ${decides}`
  }
  const named = [highest, ...others].map((rank) => rankNames[rank])
  const listed = `${named.slice(0, -1).join(', ')} und ${named.at(-1)}`
  return `${listed} sagen Verschiedenes. ${standing(highest, lowest)} ${decides}`
}

function standing(highest: Rank, lowest: Rank): string {
  if (lowest === 'ruling') return 'Eine Gerichtsentscheidung legt Vorschriften aus und steht in keinem Rang zu ihnen.'
  if (highest === 'eu_act') return 'EU-Recht hat Anwendungsvorrang vor nationalem Recht.'
  const dative = articles[lowest] === 'die' ? 'der' : 'dem'
  return `Im Rang steht ${articles[highest]} ${rankNames[highest]} über ${dative} ${rankNames[lowest]}.`
}
