/** The signs of many vectors' numbers, one bit each, row by row the same number of bytes; `passageIds` in the same order. */
export interface SignBits {
  passageIds: Float64Array
  bytes: Uint8Array
  bytesPerRow: number
}

/** Sorting all values would take longer than computing them. */
const STEPS = 4096

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

/** The places of the greatest values, in order. Values less than a step of the scale apart count as equal, of which the first are taken. */
function greatest(values: Float32Array, most: number): number[] {
  const steps = stepsOf(values)
  const counts = new Uint32Array(STEPS + 1)
  for (let at = 0; at < steps.length; at += 1) counts[steps[at] as number] = (counts[steps[at] as number] as number) + 1
  let room = Math.min(most, values.length)
  let least = STEPS
  for (; room > (counts[least] as number); least -= 1) room -= counts[least] as number
  const places: number[] = []
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] as number
    if (step < least || (step === least && room === 0)) continue
    if (step === least) room -= 1
    places.push(at)
  }
  return places
}

/** Each value on a scale from 0 for the least to `STEPS` for the greatest. */
function stepsOf(values: Float32Array): Uint16Array {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < values.length; at += 1) {
    low = Math.min(low, values[at] as number)
    high = Math.max(high, values[at] as number)
  }
  const scale = high > low ? STEPS / (high - low) : 0
  const steps = new Uint16Array(values.length)
  for (let at = 0; at < steps.length; at += 1) steps[at] = Math.floor(((values[at] as number) - low) * scale)
  return steps
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
