import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApi } from '../src/api/api.ts'
import type { Api, ApiOptions } from '../src/api/api-env.ts'
import type { Service } from '../src/api/service.ts'

/** The API around a service, with test settings, and the lines it logged. */
export function inventedApi(service: Service, options: Partial<ApiOptions> = {}): { api: Api; log: string[] } {
  const log: string[] = []
  const api = createApi(service, {
    identity: { keysFile: null, proxy: null },
    territory: 'DE-NW',
    limits: { perOwner: 2, total: 3 },
    web: new Map(),
    writeLog: (line) => log.push(line),
    ...options,
  })
  return { api, log }
}

/** Listens on a free port of loopback until `close` is called. */
export async function listen(api: Api): Promise<{ port: number; origin: string; close: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch: api.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

export const local = { Host: 'localhost:8787' }

/** A JSON POST as our own page sends it. */
export function post(api: Api, path: string, body: unknown, headers: Record<string, string> = {}) {
  return api.request(path, {
    method: 'POST',
    headers: { ...local, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

export function get(api: Api, path: string, headers: Record<string, string> = {}) {
  return api.request(path, { headers: { ...local, ...headers } })
}
