import type { GateLimits } from './gate.ts'

/** Share of the house one caller may fill, where callers are told apart: a batch or a loop must not shut the others out. */
const shareOfOne = 1 / 4

/** The limits of a house for so many questions. */
export function gateLimits(total: number, { tellsCallersApart }: { tellsCallersApart: boolean }): GateLimits {
  return { total, perOwner: tellsCallersApart ? Math.max(1, Math.floor(total * shareOfOne)) : total }
}
