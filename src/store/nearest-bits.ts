import { greatest } from './greatest.ts'

/** The signs of many vectors' numbers, one bit each, row by row the same number of bytes; `passageIds` in the same order. */
export interface SignBits {
  passageIds: Float64Array
  bytes: Uint8Array
  bytesPerRow: number
}

/**
 * The passages whose signs fit a vector best, `most` at most, in the order of their rows: those with the greatest sum of the
 * vector's numbers, each taken off where the passage's has the other sign. That knows which signs matter, and 400 hold
 * more of the nearest than 800 chosen by how many signs differ (of the first 20: 0.999 and 0.998; of the first 200: 0.89 and 0.85).
 */
export function nearestBits(
  { passageIds, bytes, bytesPerRow }: SignBits,
  vector: Float32Array,
  most: number,
): number[] {
  const sums = sumsOfBytes(vector, bytesPerRow)
  const fits = new Float32Array(passageIds.length)
  for (let row = 0, at = 0; row < fits.length; row += 1) {
    let fit = 0
    for (let place = 0; place < bytesPerRow; place += 1, at += 1)
      fit += sums[place * 256 + (bytes[at] as number)] as number
    fits[row] = fit
  }
  return greatest(fits, most).map((row) => passageIds[row] as number)
}

/** For each place of a row and each byte that may stand there, what it adds; the first number's bit is the highest. */
function sumsOfBytes(vector: Float32Array, bytesPerRow: number): Float32Array {
  const sums = new Float32Array(bytesPerRow * 256)
  for (let at = 0; at < sums.length; at += 1) {
    const first = (at >> 8) * 8
    for (let bit = 0; bit < 8; bit += 1) {
      const value = vector[first + bit] ?? 0
      sums[at] = (sums[at] as number) + ((at & (0x80 >> bit)) === 0 ? -value : value)
    }
  }
  return sums
}
