import { chmodSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { readWireUnits } from './wire-units.ts'

const CONNECTIONS_MAX = 64

/** Longest a client may be silent in the middle of a transaction, in milliseconds: nobody else is served meanwhile. */
const IDLE_MS = 30_000

interface Client {
  socket: Socket
  impatience: NodeJS.Timeout | null
}

interface Backend {
  pglite: PGlite
  server: Server
  idleMs: number
  clients: Set<Client>
  /** Requests not run yet, oldest first. */
  queue: { client: Client; bytes: Uint8Array }[]
  /** Whose transaction is open. */
  owner: Client | null
  busy: boolean
  work: Promise<void>
}

/**
 * Lets `pg` connections, of this process and of others, share the one backend that PGlite has, on a Unix socket.
 *
 * Requests run one at a time and whole, and a transaction keeps the backend until it ends. A client that goes away in
 * the middle of one, or is silent in it for `idleMs`, is rolled back. Where PGlite itself breaks, every connection is
 * cut, so that nobody waits for an answer that cannot come.
 */
export async function serveEmbedded(
  pglite: PGlite,
  path: string,
  idleMs: number = IDLE_MS,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((socket) => welcome(backend, socket))
  const backend: Backend = {
    pglite,
    server,
    idleMs,
    clients: new Set(),
    queue: [],
    owner: null,
    busy: false,
    work: Promise.resolve(),
  }
  server.maxConnections = CONNECTIONS_MAX
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, 0o600)
  return {
    close: async () => {
      disconnectAll(backend)
      await backend.work
    },
  }
}

function welcome(backend: Backend, socket: Socket): void {
  const client: Client = { socket, impatience: null }
  const read = readWireUnits()
  backend.clients.add(client)
  socket.on('data', (bytes) => {
    for (const unit of read(bytes)) {
      if (unit.kind === 'run') backend.queue.push({ client, bytes: unit.bytes })
      else if (unit.kind === 'refuse_encryption') socket.write('N')
      else socket.end()
    }
    startWork(backend)
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => leave(backend, client))
}

function leave(backend: Backend, client: Client): void {
  backend.clients.delete(client)
  backend.queue = backend.queue.filter((request) => request.client !== client)
  if (client.impatience) clearTimeout(client.impatience)
  startWork(backend)
}

function startWork(backend: Backend): void {
  if (!backend.busy) backend.work = workOff(backend)
}

async function workOff(backend: Backend): Promise<void> {
  backend.busy = true
  try {
    for (;;) {
      const { owner } = backend
      if (owner && !backend.clients.has(owner)) await rollBack(backend)
      const place = backend.owner ? backend.queue.findIndex(({ client }) => client === backend.owner) : 0
      const [request] = place < 0 ? [] : backend.queue.splice(place, 1)
      if (!request) return
      await run(backend, request)
    }
  } catch {
    // PostgreSQL's own errors are answers; what is thrown is the end of PGlite, and the next opener finds out why.
    backend.owner = null
    disconnectAll(backend)
  } finally {
    backend.busy = false
  }
}

async function rollBack(backend: Backend): Promise<void> {
  await backend.pglite.exec('rollback')
  backend.owner = null
}

async function run(backend: Backend, { client, bytes }: Backend['queue'][number]): Promise<void> {
  if (client.impatience) clearTimeout(client.impatience)
  const { pglite, idleMs } = backend
  const { socket } = client
  await pglite.execProtocolRawStream(bytes, {
    onRawData: (data) => {
      if (socket.writable) socket.write(Buffer.from(data))
    },
  })
  backend.owner = pglite.isInTransaction() ? client : null
  if (backend.owner) client.impatience = setTimeout(() => socket.destroy(), idleMs)
}

function disconnectAll({ server, clients }: Backend): void {
  server.close()
  for (const { socket } of clients) socket.destroy()
}
