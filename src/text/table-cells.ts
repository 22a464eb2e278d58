/** Rows of a table as a person reads them on one line: cells apart by a dash, empty ones left out. */
export function withoutTableMarks(text: string): string {
  if (!text.includes('|')) return text
  return text.replace(/^[\s|]+|[\s|]+$/g, '').replace(/\s*\|[\s|]*/g, ' – ')
}
