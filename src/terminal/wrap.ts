/**
 * Breaks text into lines of at most `width` characters, each after `indent`; `first` stands in place of the indent of
 * the very first line and should be as long. Line breaks of the text stay, and a word longer than a line is not cut.
 */
export function wrap(text: string, width: number, indent = '', first = indent): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (indent.length + longer.length > width && line !== '') {
        lines.push(line)
        line = word
      } else line = longer
    }
    lines.push(line)
  }
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd()).join('\n')
}
