/** Shorter stems are too often part of other words. */
const shortestPart = 5

/**
 * True where two stems are forms of one word, or one is the head or tail of the other: `antrag` and `asylantrag`,
 * `erteil` and `erteilung`. Deliberately generous: it finds what a sentence is about, it proves nothing.
 */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < shortestPart) return false
  return long.startsWith(short) || long.endsWith(short) || sharedStart(a, b) >= Math.max(6, short.length - 2)
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
