import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { extract } from 'tar-stream'
import xz from 'xz-decompress'

/** Members of the corpus's archives named as `archive.tar.xz#member`, by that name; read once through, all others passed over. */
export async function archiveMembers(corpus: string, paths: string[]): Promise<Map<string, Uint8Array>> {
  const wanted = new Set(paths.filter((path) => path.includes('#')))
  const found = new Map<string, Uint8Array>()
  for (const archive of new Set([...wanted].map((path) => path.slice(0, path.indexOf('#'))))) {
    const entries = extract()
    const bytes = new xz.XzReadableStream(Readable.toWeb(createReadStream(join(corpus, archive))))
    pipeline(Readable.fromWeb(bytes), entries, () => {
      // The error reaches the reader through `entries`, which pipeline destroys with it.
    })
    for await (const entry of entries) {
      const name = `${archive}#${entry.header.name.replace(/^\.\//, '')}`
      if (wanted.has(name)) found.set(name, await buffer(entry))
      else entry.resume()
    }
  }
  return found
}
