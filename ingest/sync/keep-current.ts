import type { Config } from '../../src/config.ts'
import type { Library } from '../../src/wiring.ts'
import { openSyncWorld } from './open-sync-world.ts'
import { work } from './work.ts'

/** How often an idle worker looks for work; the embedded database answers it in under a millisecond. */
const pollMs = 2000

/**
 * The service's part in keeping current: it keeps the hours of FUNDSTELLE_SYNC_CRON and works with as many workers as are
 * set. What goes wrong there is said and stops nothing. Resolves once it runs.
 */
export async function keepCurrent(
  library: Pick<Library, 'database' | 'embeddings'>,
  config: Config,
  { say, stopping }: { say(message: string): void; stopping: AbortSignal },
): Promise<void> {
  const { cron, workers, sources, expirySeconds } = config.sync
  try {
    const world = await openSyncWorld(library, config, cron !== null)
    stopping.addEventListener('abort', () => void world.queue.close().catch(() => {}))
    await world.queue.schedule(cron)
    if (cron !== null) say(`Abgleich: ${sources.join(', ')}, nach der Uhr (${cron}).`)
    for (let worker = 0; worker < workers; worker += 1)
      void work(world, { sources, signal: stopping, say, pollMs, expirySeconds })
  } catch (error) {
    say(`Der Abgleich läuft nicht: ${error instanceof Error ? error.message : String(error)}`)
  }
}
