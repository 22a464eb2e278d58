import type { Config } from '../../src/config.ts'
import { openJobQueue } from '../../src/store/job-queue.ts'
import type { Library } from '../../src/wiring.ts'
import { ingestParts } from '../formats.ts'
import { openSource } from '../sources/open-source.ts'
import type { Publisher } from '../sources/publishers.ts'
import { guardOf, readSourcesFile } from '../sources/source-settings.ts'
import type { SyncJob, SyncWorld } from './sync-world.ts'

/** The queue over an opened library, with the sources and the guards of the configuration. */
export async function openSyncWorld(
  library: Pick<Library, 'database' | 'embeddings'>,
  config: Config,
  keepsHours: boolean,
): Promise<SyncWorld> {
  const { expirySeconds } = config.sync
  return {
    parts: ingestParts(library),
    queue: await openJobQueue<SyncJob>(library.database, { expirySeconds, keepsHours }),
    guardOf: async (publisher) => {
      const set = await readSourcesFile(config.sourcesFile)
      return guardOf(publisher === null ? undefined : set[publisher as Publisher], config.sync.guard)
    },
    open: (name) => openSource(name, { ...config, asOf: null, only: null }),
  }
}
