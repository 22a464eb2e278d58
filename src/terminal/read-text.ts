import { readFile } from 'node:fs/promises'

/** Text of a file in UTF-8. @throws Error in German where it cannot be read or is no such text. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Error(`${path} lässt sich nicht lesen. Bitte den Dateinamen prüfen.`, { cause })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error(`${path} ist kein Text in UTF-8. Aus Word bitte als „Nur Text (UTF-8)“ speichern.`, { cause })
  }
}
