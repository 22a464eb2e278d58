import { StatuteParseError } from './statute-parse-error.ts'

const encodings: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
}

/** Far above the largest statute (3.3 MB in 2025), far below what would exhaust memory. */
const bytesMax = 64 * 1024 * 1024

/**
 * The file's text. UTF-8 unless the XML declaration names another of the encodings a German publisher uses.
 * @throws StatuteParseError for an empty or absurdly large file, an unknown encoding, or bytes that contradict it.
 */
export function decodeXml(bytes: Uint8Array, slug: string): string {
  if (bytes.length === 0) throw new StatuteParseError(slug, { problem: 'die Datei ist leer', remedy: fetchAgain })
  if (bytes.length > bytesMax)
    throw new StatuteParseError(slug, {
      problem: `die Datei ist mit ${Math.round(bytes.length / 1024 / 1024)} MB größer als erlaubt (${bytesMax / 1024 / 1024} MB)`,
      remedy: 'Prüfen Sie, ob es wirklich ein Gesetz ist.',
    })
  const declared = declaredEncoding(bytes)
  const encoding = encodings[declared]
  if (encoding === undefined)
    throw new StatuteParseError(slug, {
      problem: `die Kodierung "${declared}" wird nicht gelesen`,
      remedy: 'Speichern Sie die Datei in UTF-8.',
    })
  try {
    // Node 20 decodes a whole windows-1252 text as Latin-1, whose 0x80 to 0x9f are no characters; as a stream it does not.
    const decoder = new TextDecoder(encoding, { fatal: true })
    return decoder.decode(bytes, { stream: true }) + decoder.decode()
  } catch (cause) {
    throw new StatuteParseError(slug, {
      problem: `die Bytes sind kein gültiges ${declared.toUpperCase()}`,
      remedy: 'Die Datei ist beschädigt oder nennt in der XML-Deklaration die falsche Kodierung: neu abrufen.',
      cause,
    })
  }
}

export const fetchAgain = 'Rufen Sie die Datei neu beim Herausgeber ab.'

function declaredEncoding(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf-16'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
}
