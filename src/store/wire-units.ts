const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
const PROTOCOL_3 = 196_608

/** More than any statement of ours, and an end to a length somebody made up. */
const UNIT_BYTES_MAX = 256 * 1024 * 1024

/**
 * What a client of PostgreSQL asks at once, in the words of its protocol: `run` is everything up to the end of a
 * request, to be run without another client's bytes in between.
 */
export type WireUnit = { kind: 'refuse_encryption' } | { kind: 'run'; bytes: Uint8Array } | { kind: 'end' }

/**
 * Reads a client's bytes as units. A request in several messages (Parse, Bind, Execute … Sync) is one unit, because
 * they refer to each other through names that all clients of an embedded database share. Source: PostgreSQL
 * documentation, chapter "Frontend/Backend Protocol".
 */
export function readWireUnits(): (bytes: Uint8Array) => WireUnit[] {
  let started = false
  let waiting: Buffer = Buffer.alloc(0)
  let scanned = 0

  const next = (): WireUnit | null => {
    const at = scanned + (started ? 1 : 0)
    if (waiting.length < at + 4) return null
    const length = waiting.readInt32BE(at)
    const end = at + length
    if (length < 4 || end > UNIT_BYTES_MAX) return { kind: 'end' }
    if (waiting.length < end) return null
    const type = started ? waiting.readUInt8(scanned) : null
    const code = type === null && length >= 8 ? waiting.readInt32BE(at + 4) : null
    scanned = end
    if (type === null && code === PROTOCOL_3) {
      started = true
      return take()
    }
    if (code === SSL_REQUEST || code === GSS_REQUEST) {
      take()
      return { kind: 'refuse_encryption' }
    }
    if (type === null || type === TERMINATE) return { kind: 'end' }
    return type === SYNC || type === QUERY ? take() : next()
  }
  const take = (): WireUnit => {
    const bytes = new Uint8Array(waiting.subarray(0, scanned))
    waiting = waiting.subarray(scanned)
    scanned = 0
    return { kind: 'run', bytes }
  }

  return (bytes) => {
    waiting = waiting.length === 0 ? Buffer.from(bytes) : Buffer.concat([waiting, bytes])
    const units: WireUnit[] = []
    for (let unit = next(); unit !== null; unit = next()) {
      units.push(unit)
      if (unit.kind === 'end') break
    }
    return units
  }
}

const QUERY = 'Q'.charCodeAt(0)
const SYNC = 'S'.charCodeAt(0)
const TERMINATE = 'X'.charCodeAt(0)
