const raised: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '–': '⁻',
  '−': '⁻',
  '+': '⁺',
}

/**
 * Digits as Unicode superscripts, so that `10<SUP>12</SUP>` does not become the number 1012: `10¹²`, `m³`.
 * Text with anything else in it stays as it is.
 */
export function superscript(text: string): string {
  return map(text, raised)
}

const lowered: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
}

/** As people write and search it, `CO2`; only digits right after a digit are lowered: `10₂`. */
export function subscript(text: string, before: string): string {
  return /\d/.test(before) ? map(text, lowered) : text
}

function map(text: string, characters: Record<string, string>): string {
  let mapped = ''
  for (const character of text.trim()) {
    const small = characters[character]
    if (small === undefined) return text
    mapped += small
  }
  return mapped
}
