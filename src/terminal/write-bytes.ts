import { writeFile } from 'node:fs/promises'

/** Writes a file, over one of the same name. @throws Error in German where it cannot be written. */
export async function writeBytes(path: string, content: Uint8Array): Promise<void> {
  await writeFile(path, content).catch((cause: unknown) => {
    throw new Error(`${path} lässt sich nicht schreiben. Bitte Ordner und Namen prüfen.`, { cause })
  })
}
