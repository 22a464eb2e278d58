/**
 * A saved page as text: UTF-8 unless the page names another encoding, and Windows-1252 where it is neither, as browsers
 * do. Never throws: a wrong character is better than no decision, and what is no decision is refused by its shape.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  const encoding = /8859-1$|windows-1252|latin/.test(declared) ? 'windows-1252' : 'utf-8'
  try {
    return decode(bytes, encoding, true)
  } catch {
    return decode(bytes, 'windows-1252', false)
  }
}

/** As a stream: Node 20 decodes a whole windows-1252 text as Latin-1 (see decode-xml.ts). */
function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string {
  const decoder = new TextDecoder(encoding, { fatal })
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}
