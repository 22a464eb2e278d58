import { decodeWords } from 'postal-mime'

/**
 * A file's name as the library gives it (quotes, `filename*` and UTF-8 already read), with what some senders do besides:
 * browsers write signs as `%22` (WHATWG), .NET writes encoded words (RFC 2047).
 */
export function nameOfPart(name: string): string {
  return decodeWords(name.replaceAll('%22', '"').replaceAll(/%0[AD]/gi, ' '))
}
