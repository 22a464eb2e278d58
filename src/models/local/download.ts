import { open, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { asDiskError, ModelPullError } from './model-pull-error.ts'

export interface Download {
  address: string
  /** Grows by what arrives and is taken up again by the next attempt. */
  partFile: string
  /** Bytes the whole file has. */
  size: number
  signal: AbortSignal
  /** Longest silence in milliseconds. */
  idleMs: number
  onProgress: (bytes: number) => void
}

/** Cut connections in a row without a single byte between them, after which a source counts as down. */
const triesMax = 3
const pauseMs = 1000

/**
 * Brings a file to its full size, continuing what is there (HTTP range) and whatever is cut off on the way. The content
 * is not checked here.
 * @throws ModelPullError with German words; the signal's reason when the caller gave up.
 */
export async function download(task: Download): Promise<void> {
  let tries = 0
  let have = await sizeOf(task.partFile)
  while (have !== task.size) {
    const before = have
    const failure = await attempt(task, have).catch((error: unknown) => error)
    task.signal.throwIfAborted()
    if (failure instanceof ModelPullError) throw failure
    have = await sizeOf(task.partFile)
    tries = have > before ? 0 : tries + 1
    if (tries < triesMax && have !== task.size) await new Promise((resolve) => setTimeout(resolve, pauseMs * tries))
    if (tries === triesMax) throw sourceError(task.address, describe(failure), failure)
  }
}

/** One request. Resolves when the server has closed the body, whether it was all or not. */
async function attempt(task: Download, have: number): Promise<void> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(new Error('keine Daten mehr')), task.idleMs)
  const from = have < task.size ? have : 0
  try {
    const response = await fetch(task.address, {
      headers: from > 0 ? { range: `bytes=${from}-` } : {},
      signal: AbortSignal.any([task.signal, silence.signal]),
    })
    const start = startOf(response, from, task)
    if (response.body) await append(response.body, start, task, timer)
  } finally {
    clearTimeout(timer)
  }
}

/** Where in the file the body begins. A server that knows no ranges begins anew. */
function startOf(response: Response, from: number, { address }: Download): number {
  if (response.status === 200) return 0
  if (response.status !== 206) throw sourceError(address, `Fehler ${response.status}`)
  const begins = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]
  if (Number(begins) !== from) throw sourceError(address, 'sie schickt einen anderen Teil der Datei als verlangt')
  return from
}

async function append(
  body: AsyncIterable<Uint8Array>,
  start: number,
  { address, partFile, size, onProgress }: Download,
  timer: NodeJS.Timeout,
): Promise<void> {
  const file = await open(partFile, start === 0 ? 'w' : 'a').catch((error: unknown) => {
    throw asDiskError(error, dirname(partFile))
  })
  let have = start
  try {
    for await (const piece of body) {
      timer.refresh()
      have += piece.byteLength
      if (have > size) throw sourceError(address, `die Datei ist größer als ${size} Bytes`)
      await write(file, piece, partFile)
      onProgress(have)
    }
  } finally {
    await file.close()
  }
}

async function write(file: FileHandle, piece: Uint8Array, partFile: string): Promise<void> {
  try {
    await file.writeFile(piece)
  } catch (error) {
    throw asDiskError(error, dirname(partFile))
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

function sourceError(address: string, reason: string, cause?: unknown): ModelPullError {
  return new ModelPullError(`Die Quelle ${address} liefert nicht: ${reason}.`, { atSource: true, cause })
}

function describe(failure: unknown): string {
  const cause = failure instanceof Error && failure.cause instanceof Error ? failure.cause : failure
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'der Rechner hat kein Netz oder der Name ist unbekannt'
  if (code === 'ECONNREFUSED') return 'dort antwortet niemand'
  return cause instanceof Error
    ? `die Verbindung ist abgebrochen (${code ?? cause.message})`
    : 'die Verbindung endet zu früh'
}
