/**
 * What a § without a law means in an Ausländerbehörde, most likely first; the first of them that has the norm is
 * taken. The last one is of the invented demonstration collection.
 */
export const coreLaws: readonly string[] = [
  'AufenthG',
  'AsylG',
  'FreizügG/EU',
  'AufenthV',
  'BeschV',
  'StAG',
  'MusterAufenthG',
]
