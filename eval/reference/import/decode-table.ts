/**
 * The text of a CSV file, without a byte order mark. Excel writes UTF-8 with one, "Unicode-Text" as UTF-16, and plain
 * "CSV" as Windows-1252. Node 20 decodes the latter as Latin-1 (without € and „“) unless it streams.
 */
export function decodeTable(bytes: Uint8Array): string {
  return decode(bytes).replace(/^\uFEFF/, '')
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes, { stream: true })
  }
}
