import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { runFirstFill } from '../ingest/run-first-fill.ts'
import { keepCurrent } from '../ingest/sync/keep-current.ts'
import { ingestParts } from '../ingest/formats.ts'
import { type OpenIntake, openIntake } from '../ingest/intake/open-intake.ts'
import { intakeParts } from '../ingest/intake/wire-intake.ts'
import { createApi } from './api/api.ts'
import { checkBinding } from './api/check-binding.ts'
import { gateLimits } from './api/gate-limits.ts'
import { isLocalOnly } from './api/identity.ts'
import type { Readiness, Service } from './api/service.ts'
import { startingUp } from './api/starting-up.ts'
import { readWebFiles } from './api/web-files.ts'
import { readConfig, type Config } from './config.ts'
import { activeEmbedding } from './embedding/active-embedding.ts'
import { reembed } from './embedding/reembed.ts'
import { openChecker } from './open-checker.ts'
import { openComposer } from './open-composer.ts'
import { openRewriter } from './open-rewriter.ts'
import { forgetQuestions } from './store/answers.ts'
import { beginFirstFill, completeFirstFill, findFirstFill } from './store/first-fill.ts'
import { wireService } from './wire-service.ts'
import { openLibrary, type Library } from './wiring.ts'

/** How often questions older than the retention are forgotten. */
const forgetEveryMs = 3_600_000
/** Each may send a body of 256 kB; those beyond are closed at once. */
const connectionsMax = 512
/** Longest a request may go on once the service was told to stop. */
const graceMs = 10_000

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})

/** config → wiring → api: listens first, so that a taken port is told at once, then fills an empty database. */
async function main(): Promise<void> {
  const config = readConfig()
  const identity = { keysFile: config.keysFile, proxy: config.proxy }
  checkBinding({ host: config.host, identity })
  const readiness: Readiness = { ready: false, progress: progressOf('Die Datenbank wird geöffnet') }
  let handle: Handle = (request) => startingUp(request, readiness)
  const server = await listen(config, (request, env) => handle(request, env))
  const library = await openLibrary(config)
  for (const warning of library.warnings) say(warning)
  readiness.progress = progressOf('Das Sprachmodell wird gesucht')
  const composer = await openComposer(config, say)
  readiness.progress = progressOf('Der Bestand wird geprüft')
  const service = wireService(
    library,
    composer,
    () => readiness,
    openRewriter(config, composer),
    openChecker(config, composer),
  )
  const intake = openIntake(intakeParts(library, config))
  const api = createApi(service, {
    identity,
    intake,
    territory: config.territory,
    limits: gateLimits(config.queue, { tellsCallersApart: !isLocalOnly(identity) }),
    web: await readWebFiles(),
    writeLog: (line) => process.stdout.write(`${line}\n`),
  })
  handle = (request, env) => api.fetch(request, env as object)
  await greet(server, config, library, service)
  const stopping = stopOnSignal(server, library)
  forgetRegularly(library, intake, config, stopping)
  await intake.resume()
  const reembedding = reembedInBackground(library, stopping)
  await fillWhereNeeded(library, config, readiness, stopping, reembedding)
  if (!stopping.aborted) await keepCurrent(library, config, { say, stopping })
}

type Handle = (request: Request, env: unknown) => Response | Promise<Response>

function progressOf(step: string): Readiness['progress'] {
  return { step, done: 0, total: null }
}

function listen({ host, port }: Config, fetch: Handle): Promise<ServerType> {
  const server = createAdaptorServer({ fetch })
  server.maxConnections = connectionsMax
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)))
    server.listen(port, host, () => resolve(server))
  })
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Der Port ${port} auf ${host} ist belegt. Läuft Fundstelle schon? Sonst mit PORT einen anderen nennen.`,
    EACCES: `Der Port ${port} darf nicht geöffnet werden. Bitte mit PORT einen über 1023 nennen.`,
    EADDRNOTAVAIL: `Die Adresse ${host} gibt es auf dieser Maschine nicht. Bitte HOST prüfen.`,
  }
  const reason = reasons[error.code ?? ''] ?? `Auf ${host}:${port} kann nicht gelauscht werden (${error.message}).`
  return new Error(reason, { cause: error })
}

async function greet(server: ServerType, { host }: Config, library: Library, service: Service): Promise<void> {
  const { port } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  say(`Fundstelle: http://${name}:${port}/  (Schnittstelle: /docs)`)
  say(`Datenbank: ${library.database.description}. Einbettung: ${(await service.embedding()).model}.`)
  say(`Sprachmodell: ${service.model()?.name ?? 'keines; Antworten sind wörtliche Auszüge'}.`)
}

/** Aborts what runs in the background, lets requests finish, closes the database, and ends. */
function stopOnSignal(server: ServerType, library: Library): AbortSignal {
  const stopping = new AbortController()
  const stop = () => {
    if (stopping.signal.aborted) return
    say('Der Dienst wird beendet.')
    stopping.abort()
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cut)
      void library.database.close().finally(() => process.exit(0))
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return stopping.signal
}

/** At once and then every hour. A database that is away is tried again the next time. */
function forgetRegularly(
  { database }: Library,
  intake: OpenIntake,
  { retentionDays }: Config,
  stopping: AbortSignal,
): void {
  const forget = async () => {
    await forgetQuestions(database, retentionDays).catch(() => 0)
    await intake.tend(retentionDays).catch(() => 0)
  }
  const timer = setInterval(() => void forget(), forgetEveryMs)
  stopping.addEventListener('abort', () => clearInterval(timer))
  void forget()
}

/** A changed embedding model is brought in while the old one answers; what goes wrong there stops nothing. */
async function reembedInBackground(library: Library, stopping: AbortSignal): Promise<void> {
  await reembed(library, { say }, stopping).catch((error: unknown) => {
    say(`Die Neueinbettung ist gescheitert: ${error instanceof Error ? error.message : String(error)}`)
  })
}

async function fillWhereNeeded(
  library: Library,
  config: Config,
  readiness: Readiness,
  stopping: AbortSignal,
  reembedding: Promise<void>,
): Promise<void> {
  const progress = (step: string, done: number, total: number | null) => {
    readiness.progress = { step, done, total }
  }
  if ((await findFirstFill(library.database)) !== 'done') {
    await beginFirstFill(library.database)
    // Nothing can be fed in without the model whose vectors answer: where only the new one can be asked, it comes first.
    if (!(await activeEmbedding(library))?.embedding) await reembedding
    await runFirstFill(ingestParts(library), config, { say, progress }, stopping)
    if (stopping.aborted) return
    await completeFirstFill(library.database)
  }
  readiness.ready = true
  say('Bereit: Fragen können gestellt werden.')
}

function say(message: string): void {
  process.stdout.write(`${message}\n`)
}
