import type { PlannedItem } from '../../src/store/plan-run.ts'
import type { Source, SourceItem } from '../sources/source.ts'
import type { SyncWorld } from './sync-world.ts'

/** An item that a run listed; null where the source does not have it any more. */
interface FoundItem {
  wanted: PlannedItem
  item: SourceItem | null
}

/** Opens a run's source and gets what was planned from it. */
export type ItemsOfRun = (
  run: string,
  source: string,
) => Promise<{ source: Source; find(wanted: readonly PlannedItem[]): AsyncIterable<FoundItem> }>

/** Lists a source once for each run it is asked of, when the first item is looked for, not for each piece; an archive is gone through for every piece. */
export function itemsOfRun(world: Pick<SyncWorld, 'open'>): ItemsOfRun {
  let last: { run: string; opened: Awaited<ReturnType<ItemsOfRun>> } | null = null
  return async (run, name) => {
    if (last?.run === run) return last.opened
    const source = await world.open(name)
    if (source.readOnce) return { source, find: (all) => pick(source, all) }
    let items: ReadonlyMap<string, SourceItem> | null = null
    const opened: Awaited<ReturnType<ItemsOfRun>> = {
      source,
      async *find(all) {
        items ??= await listItems(source)
        last = { run, opened }
        yield* lookUp(items, all)
      },
    }
    return opened
  }
}

async function listItems(source: Source): Promise<ReadonlyMap<string, SourceItem>> {
  const items = new Map<string, SourceItem>()
  for await (const item of source.items()) items.set(item.origin, item)
  return items
}

async function* lookUp(items: ReadonlyMap<string, SourceItem>, all: readonly PlannedItem[]): AsyncGenerator<FoundItem> {
  for (const wanted of all) yield { wanted, item: items.get(wanted.origin) ?? null }
}

async function* pick(source: Source, all: readonly PlannedItem[]): AsyncGenerator<FoundItem> {
  const left = new Map(all.map((wanted) => [wanted.origin, wanted]))
  for await (const item of source.items()) {
    const wanted = left.get(item.origin)
    if (wanted === undefined) continue
    left.delete(item.origin)
    yield { wanted, item }
  }
  for (const wanted of left.values()) yield { wanted, item: null }
}
