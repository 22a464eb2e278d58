/** Encoding of a font's character set (`\fcharset`); null for that of the whole document. */
export function charsetEncoding(charset: number): string | null {
  return charsets[charset] ?? null
}

const charsets: Record<number, string> = {
  77: 'macintosh',
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
}

/** Encoding of a Windows code page (`\ansicpg1252`); null for one that nobody knows. */
export function codePageEncoding(number: number): string | null {
  try {
    return new TextDecoder(number === 65_001 ? 'utf-8' : `windows-${number}`).encoding
  } catch {
    return null
  }
}

/** As a stream: see decode-text.ts. */
export function decodeBytes(codePage: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(codePage)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}
