/** True where one letter is wrong, missing or too many, or two neighbours are swapped. */
export function isOneTypoApart(a: string, b: string): boolean {
  const [restA, restB] = differingParts(a, b)
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
  return swapped || Math.max(restA.length, restB.length) === 1
}

/** What is left of two words without their common beginning and their common end. */
export function differingParts(a: string, b: string): [string, string] {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}
