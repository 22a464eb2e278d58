export interface DecodedText {
  text: string
  /** Name of the encoding, as the WHATWG writes it. */
  encoding: string
  /** True where nothing said which encoding it is and the bytes are no UTF-8. */
  guessed: boolean
}

/**
 * Text of any encoding: by its byte order mark, else as declared, else UTF-8 where the bytes are, else
 * windows-1252, which German offices then mean. No byte is lost: what cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const marked = byteOrderMark(bytes)
  if (marked !== null) return { text: decodeAs(marked, bytes), encoding: marked, guessed: false }
  const named = declared === null ? null : knownEncoding(declared)
  if (named !== null && named !== 'utf-8') return { text: decodeAs(named, bytes), encoding: named, guessed: false }
  const wide = wideEncoding(bytes)
  if (wide === null && isUtf8(bytes)) return { text: decodeAs('utf-8', bytes), encoding: 'utf-8', guessed: false }
  const encoding = wide ?? 'windows-1252'
  return { text: decodeAs(encoding, bytes), encoding, guessed: true }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

/** A character cut off at the very end (a head of a longer text) does not count against UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** UTF-16 without its mark has a zero in every other byte; all else that is no UTF-8 is windows-1252 in a German office. */
function wideEncoding(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2048)
  const zeros = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const many = head.length / 5
  if ((zeros[1] ?? 0) > many) return 'utf-16le'
  return (zeros[0] ?? 0) > many ? 'utf-16be' : null
}

/** As a stream: Node 20 decodes a whole windows-1252 text as Latin-1, whose 0x80 to 0x9f are no characters. */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(encoding)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}
