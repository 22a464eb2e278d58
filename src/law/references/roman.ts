const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** `IV` → 4; null for letters that are no well-formed Roman number up to 89 (`IIX`, `VV`). */
export function romanToNumber(letters: string): number | null {
  if (!/^(?:L?X{0,3}|XL)(?:IX|IV|V?I{0,3})$/.test(letters) || letters === '') return null
  const digits = [...letters].map((letter) => values[letter] ?? 0)
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
}

/** 4 → `IV`, for 1 to 39: Books of the Sozialgesetzbuch, Absätze. */
export function numberToRoman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  return 'X'.repeat(Math.floor(number / 10)) + (ones[number % 10] ?? '')
}
