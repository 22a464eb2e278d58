/** What may stand behind the number of a paragraph: so it is one, whatever sign was recognised before it. */
const behind =
  '(?=\\d{1,4}[a-z]?(?:\\s*,\\s*\\d{1,4}[a-z]?)*\\s+(?:Abs|Absatz|Satz|Nr|Nummer|ff?\\.|und|BGB|StGB|GG|[A-ZÄÖÜ][A-Za-zäöü]*(?:G|O|V|GB)\\b))'
const double = new RegExp(`(?<![\\w§$])(?:\\$\\$|88|8\\$|\\$8|\\$&|&\\$)\\s${behind}`, 'g')
const single = new RegExp(`(?<![\\w§$.,])(?:8|&)\\s${behind}`, 'g')

/** The sign § as OCR misreads it: `$ 133`, `8 42 Abs. 1`; only where a paragraph's number follows. */
export function mendParagraphSigns(text: string): string {
  return text
    .replaceAll(double, '§§ ')
    .replaceAll(single, '§ ')
    .replaceAll(/\$\$\s?(?=\d)/g, '§§ ')
    .replaceAll(/(?<=\p{L})\$\s?(?=\d)/gu, ' § ')
    .replaceAll(/(?<![\w$])\$[&8]?\s?(?=\d)/g, '§ ')
}
