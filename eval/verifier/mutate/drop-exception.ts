import type { Mutator } from './mutator.ts'

const exceptions: RegExp[] = [
  /[,;] es sei denn,? [^;]+?(?=\.$)/,
  /, (?:wenn|soweit|sofern) (?:nicht|kein)[^,;]*(?=[.,;])/,
  /, (?:außer|ausgenommen|mit Ausnahme)[^,;]*(?=[.,;])/,
  /; (?:dies|das|Satz \d|Absatz \d)[^;]* (?:gilt|gelten|findet|finden|ist|sind)[^;]*(?:nicht|keine)[^;]*(?=\.$)/,
  /^Abweichend von [^,;]+? (?=(?:kann|ist|wird|soll|darf|gilt|beträgt|beginnt|sind|können)\s)/,
  /^Soweit nichts anderes bestimmt ist, /,
  / abweichend von (?:§ |Absatz |Satz )[^,;]{1,60}?(?= (?:auch|zu|erteilt|nicht|für|auf|mit|im|in|der|die|das|einen?|dem)\s)/,
]

/** The sentence without its exception: `…, es sei denn, …`, `…, soweit nicht …`, `…; dies gilt nicht für …`. */
export const dropException: Mutator = (sentence) => {
  for (const exception of exceptions) {
    const rest = sentence.replace(exception, '')
    if (rest !== sentence && rest.length > 40) return rest.charAt(0).toUpperCase() + rest.slice(1)
  }
  return null
}
