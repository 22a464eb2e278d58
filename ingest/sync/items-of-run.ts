import type { Source, SourceItem } from '../sources/source.ts'
import type { SyncWorld } from './sync-world.ts'

/** An item that a run listed; null where the source does not have it any more. */
export interface FoundItem {
  origin: string
  item: SourceItem | null
}

/** Opens a run's source and gets the items of some origins from it. */
export type ItemsOfRun = (
  run: string,
  source: string,
) => Promise<{ source: Source; find(origins: readonly string[]): AsyncIterable<FoundItem> }>

/** Lists a source once for each run it is asked of, not for each piece; an archive is gone through for every piece. */
export function itemsOfRun(world: Pick<SyncWorld, 'open'>): ItemsOfRun {
  let last: { run: string; opened: Awaited<ReturnType<ItemsOfRun>> } | null = null
  return async (run, name) => {
    if (last?.run === run) return last.opened
    const source = await world.open(name)
    if (source.readOnce) return { source, find: (origins) => pick(source, origins) }
    const items = new Map<string, SourceItem>()
    for await (const item of source.items()) items.set(item.origin, item)
    last = { run, opened: { source, find: (origins) => lookUp(items, origins) } }
    return last.opened
  }
}

async function* lookUp(items: ReadonlyMap<string, SourceItem>, origins: readonly string[]): AsyncGenerator<FoundItem> {
  for (const origin of origins) yield { origin, item: items.get(origin) ?? null }
}

async function* pick(source: Source, origins: readonly string[]): AsyncGenerator<FoundItem> {
  const left = new Set(origins)
  for await (const item of source.items()) if (left.delete(item.origin)) yield { origin: item.origin, item }
  for (const origin of left) yield { origin, item: null }
}
