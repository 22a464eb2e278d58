/** `3` as the mark of a list's item: `type` as in HTML's `<ol type>`: `1`, `a`, `A`, `i`, `I`. */
export function listNumber(count: number, type: string): string {
  if (type === 'a') return `${letters(count)})`
  if (type === 'A') return `${letters(count).toUpperCase()}.`
  if (type === 'i') return `${roman(count).toLowerCase()}.`
  if (type === 'I') return `${roman(count)}.`
  return `${count}.`
}

/** 1 → `a`, 26 → `z`, 27 → `aa`, 28 → `bb`, as word processors count. */
export function letters(count: number): string {
  const letter = String.fromCodePoint(97 + ((Math.max(1, count) - 1) % 26))
  return letter.repeat(Math.min(4, Math.floor((Math.max(1, count) - 1) / 26) + 1))
}

const romanDigits: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

export function roman(count: number): string {
  let rest = Math.min(Math.max(1, count), 3999)
  let text = ''
  for (const [value, digits] of romanDigits)
    while (rest >= value) {
      text += digits
      rest -= value
    }
  return text
}
