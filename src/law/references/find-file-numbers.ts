/** So many words an Aktenzeichen has at most: `V B 3 - 26 01 01`. */
const mostWords = 7
/** Shorter ones are numbers like others. */
const fewestDigits = 3
const shortest = 5
const date = /^\d{1,2}\.\d{1,2}\.\d{4}$/
/** With digits, a dash, or a short sign (`V`, `IR`); words and what counts a norm's parts are none. */
const part = /^(?=.*\d)[\p{L}\d./()–—-]+$|^[–—-]$|^(?!Abs$|Nr$|Art$|Satz$)\p{Lu}\p{L}{0,3}$/u

/**
 * Every run of words in a text that can be the Aktenzeichen of a decree (`15-39.06.01-1`, `V B 3 – 26 01`), long and short
 * ones, overlapping: which of them is one, only a collection knows that has it. Empty for texts without such numbers.
 */
export function findFileNumbers(text: string): string[] {
  const words = text.split(/\s+/).map((word) => word.replace(/^[("„»]+|[)"“«.,;:?!]+$/g, ''))
  const found = words.flatMap((_, start) =>
    Array.from({ length: mostWords }, (_unused, more) => words.slice(start, start + more + 1))
      .filter((run) => start + run.length <= words.length && isPossible(run))
      .map((run) => run.join(' ')),
  )
  return [...new Set(found)]
}

function isPossible(run: string[]): boolean {
  const [first = ''] = run
  const last = run.at(-1) ?? ''
  if (!run.every((word) => part.test(word)) || !/[\d]/.test(last) || !/[\p{Lu}\d]/u.test(first)) return false
  if (run.length === 1 && date.test(first)) return false
  const joined = run.join('')
  return joined.length >= shortest && (joined.match(/\d/g) ?? []).length >= fewestDigits
}
