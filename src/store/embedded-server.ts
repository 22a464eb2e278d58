import { chmodSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { readWireUnits } from './wire-units.ts'

const CONNECTIONS_MAX = 64

interface Client {
  socket: Socket
  /** Requests not run yet, oldest first. */
  waiting: Uint8Array[]
  /** When its transaction is given up, because it says nothing more. */
  patience: NodeJS.Timeout | null
}

/**
 * Lets `pg` connections, of this process and of others, share the one backend PGlite has, on a Unix socket.
 *
 * Requests run one at a time and whole; a transaction keeps the backend until it ends. A client that goes away in
 * the middle of one, or is silent in it for `idleMs`, is rolled back. Where PGlite itself breaks (a full disk), every
 * connection is cut, so that nobody waits for an answer that cannot come.
 */
export async function serveEmbedded(
  pglite: PGlite,
  path: string,
  idleMs = 30_000,
): Promise<{ close(): Promise<void> }> {
  const clients = new Set<Client>()
  /** In the order of their oldest waiting request. */
  const queue: Client[] = []
  let owner: Client | null = null
  let running: Promise<void> | null = null

  const enqueue = (client: Client, bytes: Uint8Array): void => {
    client.waiting.push(bytes)
    queue.push(client)
    running ??= runAll().finally(() => {
      running = null
    })
  }

  const runAll = async (): Promise<void> => {
    for (let client = nextClient(); client; client = nextClient()) {
      const bytes = client.waiting.shift()
      if (bytes) await run(client, bytes)
    }
  }

  const nextClient = (): Client | undefined => {
    const place = owner ? queue.indexOf(owner) : 0
    return place === -1 ? undefined : queue.splice(place, 1)[0]
  }

  const run = async (client: Client, bytes: Uint8Array): Promise<void> => {
    if (client.patience) clearTimeout(client.patience)
    try {
      await pglite.execProtocolRawStream(bytes, { onRawData: (data) => void client.socket.write(Buffer.from(data)) })
      owner = pglite.isInTransaction() ? client : null
      if (owner && !clients.has(client)) await rollBack()
      else if (owner) client.patience = setTimeout(() => client.socket.destroy(), idleMs)
    } catch (error) {
      breakDown(error)
    }
  }

  const rollBack = async (): Promise<void> => {
    await pglite.exec('rollback')
    owner = null
  }

  const breakDown = (error: unknown): void => {
    server.close()
    for (const { socket } of clients) socket.destroy(error instanceof Error ? error : undefined)
  }

  const leave = (client: Client): void => {
    clients.delete(client)
    client.waiting = []
    if (client.patience) clearTimeout(client.patience)
    if (owner !== client) return
    // The rollback takes its turn like a request, so that it never runs inside one.
    enqueue(client, rollbackRequest)
  }

  const server = createServer((socket) => {
    const client: Client = { socket, waiting: [], patience: null }
    const read = readWireUnits()
    clients.add(client)
    socket.on('data', (bytes) => {
      for (const unit of read(bytes)) {
        if (unit.kind === 'run') enqueue(client, unit.bytes)
        else if (unit.kind === 'refuse_encryption') socket.write('N')
        else socket.end()
      }
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => leave(client))
  })
  server.maxConnections = CONNECTIONS_MAX
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, 0o600)
  return {
    close: async () => {
      server.close()
      for (const { socket } of clients) socket.destroy()
      await running
    },
  }
}
