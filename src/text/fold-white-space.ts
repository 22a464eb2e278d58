/**
 * The text with every run of white space (no-break and thin spaces, line ends) as one space. Characters that only
 * steer line breaking go: soft hyphens and zero-width characters vanish, the no-break hyphen becomes a hyphen.
 * Letters written with combining marks become single characters (NFC), so that equal words are equal strings.
 * Spaces at the ends stay: pieces of a text can be folded one by one.
 */
export function foldWhiteSpace(text: string): string {
  if (!unusual.test(text)) return text
  const plain = rare.test(text) ? text.replace(invisible, '').replaceAll('\u2011', '-').normalize('NFC') : text
  return plain.replace(/\s+/g, ' ')
}

// Nearly all text of the publisher needs no folding; two patterns of single characters find that out quickly.
const unusual = /[\u0300-\u036F\t-\r\u0085\u00A0\u00AD\u1680\u2000-\u2011\u2028-\u202F\u205F-\u2064\u3000\uFEFF]| {2}/
const rare = /[\u0300-\u036F\u200B-\u2011\u2060-\u2064\u00AD\uFEFF]/
const invisible = /[\u200B-\u200F\u2060-\u2064\u00AD\uFEFF]/g
