const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The sign of a footnote as one: `¹`, so that `Norm¹` is not read as `Norm1`. What is no number stays as it is. */
export function superscript(sign: string): string {
  const number = /^\s*\[?(\d{1,3})[\])]?\s*$/.exec(sign)?.[1]
  return number === undefined ? sign : number.replaceAll(/\d/g, (digit) => digits[Number(digit)] ?? digit)
}
