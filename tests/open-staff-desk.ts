import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenIntake, openIntake } from '../ingest/intake/open-intake.ts'
import type { UploadFolder } from '../ingest/intake/upload-folder.ts'
import { intakeParts } from '../ingest/intake/wire-intake.ts'
import type { Upload } from '../src/law/intake.ts'
import type { Api } from '../src/api/api-env.ts'
import type { WebFile } from '../src/api/web-files.ts'
import { wireService } from '../src/wire-service.ts'
import { type FreshLibrary, openFreshLibrary } from './integration/fresh-library.ts'
import { inventedApi, local } from './invented-api.ts'

export const roles = ['reader', 'editor', 'administrator'] as const

/** The API over a fresh library with a key for each role, as staff meet it. */
export interface StaffDesk {
  library: FreshLibrary
  intake: OpenIntake
  folder: UploadFolder
  api: Api
  log: string[]
  /** As an editor, if no other role is named. */
  call(method: string, path: string, body?: unknown, role?: (typeof roles)[number]): Promise<Response>
  send(name: string, bytes: Uint8Array | string, role?: (typeof roles)[number]): Promise<Response>
  /** Uploads and waits until it is read. */
  upload(name: string, bytes: Uint8Array | string): Promise<Upload>
  /** Files that lie in the folder of uploads. */
  files(): string[]
  close(): Promise<void>
}

export async function openStaffDesk(
  scanCommand: string[] | null = null,
  web: ReadonlyMap<string, WebFile> = new Map(),
): Promise<StaffDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-desk-'))
  const keysFile = join(folder, 'keys.json')
  const hashOf = (role: string) => `sha256:${createHash('sha256').update(`schluessel-${role}`).digest('hex')}`
  writeFileSync(keysFile, JSON.stringify(roles.map((role) => ({ hash: hashOf(role), role, pseudonym: `sb-${role}` }))))
  const library = await openFreshLibrary()
  const parts = intakeParts(library, { dataFolder: folder, scanCommand, territory: 'DE-NW' })
  const intake = openIntake(parts)
  const readiness = { ready: true, progress: { step: '', done: 0, total: null } }
  const service = wireService(library, null, () => readiness)
  const { api, log } = inventedApi(service, { web, intake, identity: { keysFile, proxy: null } })
  const headersOf = (role: string) => ({ ...local, Authorization: `Bearer schluessel-${role}` })
  const desk: StaffDesk = {
    library,
    intake,
    folder: parts.folder,
    api,
    log,
    call: async (method, path, body, role = 'editor') =>
      api.request(path, {
        method,
        headers: { ...headersOf(role), 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    send: async (name, bytes, role = 'editor') =>
      api.request(`/v1/ingest/uploads?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { ...headersOf(role), 'Content-Type': 'application/octet-stream' },
        body: bytes as unknown as string,
      }),
    upload: async (name, bytes) => {
      const response = await desk.send(name, bytes)
      const { id } = (await response.json()) as Upload
      await intake.idle()
      return (await (await desk.call('GET', `/v1/ingest/uploads/${id}`)).json()) as Upload
    },
    files: () => {
      try {
        return readdirSync(join(folder, 'uploads'))
      } catch {
        return []
      }
    },
    close: async () => {
      await intake.idle()
      await library.discard()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return desk
}
