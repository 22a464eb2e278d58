import type { Api } from './api-env.ts'
import type { WebFile } from './web-files.ts'

/** Serves the page. Each file has its own route: there is no path to climb out of. */
export function addPage(api: Api, web: ReadonlyMap<string, WebFile>): void {
  for (const [path, file] of web)
    api.get(path, (c) => {
      const headers = { ETag: file.etag, 'Cache-Control': 'no-cache' }
      const known = c.req.header('if-none-match')?.split(/\s*,\s*/) ?? []
      if (known.includes(file.etag)) return c.body(null, 304, headers)
      return c.body(file.body, 200, { ...headers, 'Content-Type': file.contentType })
    })
}
