import { decodeWords } from 'postal-mime'

/** What the header of a form's part says. */
export interface PartHeader {
  /** Null: a plain field, or a field for a file in which nothing was chosen. */
  fileName: string | null
}

/**
 * Reads `Content-Disposition: form-data; name="file"; filename="Erlass.pdf"` as browsers, curl, .NET and Python write
 * it: names quoted or not, in UTF-8 or Windows-1252, with signs as `%22` (WHATWG) or `\"`, as `filename*` (RFC 5987),
 * which goes before, or as encoded words (RFC 2047).
 */
export function readPartHeader(bytes: Buffer): PartHeader {
  const line = decode(bytes)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .find((one) => /^content-disposition\s*:/i.test(one))
  const fileName = line === undefined ? null : (extended(line) ?? plain(line))
  return { fileName: fileName === '' ? null : fileName }
}

function extended(line: string): string | null {
  const [, charset, value] = /;\s*filename\*\s*=\s*"?([\w-]+)'[^']*'([^;"\s]*)/i.exec(line) ?? []
  if (charset === undefined || value === undefined) return null
  const bytes = Buffer.from(
    value.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  return decode(bytes)
}

function plain(line: string): string | null {
  const [, quoted, bare] = /;\s*filename\s*=\s*(?:"((?:\\"|[^"])*)"|([^;\s]*))/i.exec(line) ?? []
  const name = quoted ?? bare
  if (name === undefined) return null
  const unescaped = name.replaceAll('\\"', '"').replaceAll(/%(22|0A|0D)/gi, (_, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16))
  })
  return decodeWords(unescaped)
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
