import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { StoredRun } from '../run/read-run.ts'
import { openSession } from './review-session.ts'
import { reviewApp } from './review-app.ts'

/**
 * Serves the review of some runs on loopback; resolves to its address once it listens.
 * @throws Error in German where the port is taken or the runs cannot be reviewed together
 */
export async function serveReview(
  runs: StoredRun[],
  port: number,
): Promise<{ url: string; close: () => Promise<void> }> {
  const session = openSession(runs)
  if (session.count === 0) throw new Error('Die Läufe enthalten noch keine Antworten, die zu beurteilen wären.')
  const server = createAdaptorServer({ fetch: reviewApp(session).fetch })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Der Port ${port} ist belegt. Bitte mit --port einen anderen nennen.`
      reject(error.code === 'EADDRINUSE' ? new Error(taken, { cause: error }) : error)
    })
    server.listen(port, '127.0.0.1', () =>
      resolve({ url: `http://localhost:${(server.address() as AddressInfo).port}/`, close }),
    )
  })
}
