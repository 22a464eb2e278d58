import type { Source } from '../sources/source.ts'

/** How long a publisher is not to be asked from now on, in whole seconds; 0: it may be. */
export function secondsClosed(source: Source): number {
  const opensAt = source.opensAt?.() ?? null
  return opensAt === null ? 0 : Math.max(0, Math.ceil((opensAt.getTime() - Date.now()) / 1000))
}
