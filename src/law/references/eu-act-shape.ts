const community = '(?:EU|EG|EWG|EURATOM|Euratom|JI)'
const kind =
  '(?:(?:Durchführungs|Delegierte[nr]? )?(?:[Vv]erordnung|[Rr]ichtlinie|[Bb]eschluss(?:es)?)|VO|RL|Rahmenbeschluss(?:es)?|Entscheidung)'
const after = '(?![\\p{L}\\d])'

/**
 * Acts of the Union as they are cited, by their shape: `Verordnung (EG) Nr. 810/2009`, `RL 2008/115/EG`, `VO 604/2013`,
 * `Dublin III-VO`, `Schengener Grenzkodex`, `Rückführungs-RL`.
 */
export const euActShapes: RegExp[] = [
  new RegExp(`(?:EU-)?${kind} (?:\\(${community}\\) )?(?:Nr\\. ?)?\\d{1,4}/\\d{1,4}(?:/${community})?${after}`, 'uy'),
  new RegExp(`Dublin[- ](?:II|III|IV)(?:[- ](?:VO|Verordnung))?${after}`, 'uy'),
  new RegExp(`Schengener (?:Grenzkodex|Durchführungsübereinkommens?)${after}`, 'uy'),
  new RegExp(`\\p{Lu}[\\p{L}-]{2,40}(?:-(?:RL|VO|Richtlinie|Verordnung)|[- ]VO (?:Grenze|Rückkehr))${after}`, 'uy'),
]
