import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** The files of an archive, as text, by their names in it. */
export async function unzip(content: Uint8Array): Promise<Map<string, string>> {
  const archive = await fromBufferPromise(Buffer.from(content), { lazyEntries: true })
  const files = new Map<string, string>()
  for await (const entry of archive.eachEntry()) {
    const stream = await archive.openReadStreamPromise(entry)
    files.set(entry.fileName, (await buffer(stream)).toString('utf8'))
  }
  return files
}
