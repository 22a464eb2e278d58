export interface BodyLimits {
  /** Time for one request with all its redirects, to the last byte. */
  totalMs: number
  /** Longest silence. */
  idleMs: number
  bytesMax: number
}

/**
 * The whole body, or null where it is larger than allowed (declared or in fact; then the request is aborted).
 * Rejects with the reason of `abort` where the server falls silent, and with a network error where it breaks off.
 */
export async function readBody(
  response: Response,
  abort: AbortController,
  limits: BodyLimits,
): Promise<Uint8Array | null> {
  const declared = Number(response.headers.get('content-length') ?? 0)
  if (declared > limits.bytesMax) return null
  const chunks: Uint8Array[] = []
  let size = 0
  let idle = setTimeout(silence, limits.idleMs)
  try {
    for await (const chunk of response.body ?? []) {
      clearTimeout(idle)
      size += chunk.byteLength
      if (size > limits.bytesMax) return null
      chunks.push(chunk)
      idle = setTimeout(silence, limits.idleMs)
    }
  } finally {
    clearTimeout(idle)
  }
  return Buffer.concat(chunks)

  function silence() {
    abort.abort(new Error('keine Daten mehr'))
  }
}
