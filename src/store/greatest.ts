/** Sorting all values would take longer than computing them. */
const STEPS = 4096

/** The places of the greatest values, in order. Values less than a step of the scale apart count as equal, of which the first are taken. */
export function greatest(values: Float32Array, most: number): number[] {
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
