/** `G r ü n d e :`, a heading spaced out by hand, as the word it is. Other lines stay as they are. */
export function joinSpacedLetters(line: string): string {
  if (!/^(?:\p{L} ){3,}\p{L}(?: ?[:.])?$/u.test(line.trim())) return line
  return line.replaceAll(' ', '')
}
