import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { packageRoot } from '../package-root.ts'

/** A part of the page as it is served. */
export interface WebFile {
  body: string
  contentType: string
  etag: string
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The files of `web/` by the path they are served under (`/`, `/assets/page.js`), read once at the start. */
export async function readWebFiles(): Promise<Map<string, WebFile>> {
  const folder = join(packageRoot, 'web')
  const files = new Map<string, WebFile>()
  for (const name of await readdir(folder)) {
    const contentType = contentTypes[extname(name)]
    if (contentType === undefined) continue
    const body = await readFile(join(folder, name), 'utf8')
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    files.set(pathOf(name), { body, contentType, etag })
  }
  return files
}

/** Pages lie at the top (`/`, `/ablaeufe`), what they are made of below `/assets`. */
function pathOf(name: string): string {
  if (name === 'index.html') return '/'
  return name.endsWith('.html') ? `/${name.slice(0, -'.html'.length)}` : `/assets/${name}`
}
