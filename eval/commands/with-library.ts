import { type Config, readConfig } from '../../src/config.ts'
import { type Library, openLibrary } from '../../src/wiring.ts'

/** Opens the collection in FUNDSTELLE_DATA or DATABASE_URL for the work, and closes it. */
export async function withLibrary<T>(work: (library: Library, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig()
  const library = await openLibrary(config)
  try {
    return await work(library, config)
  } finally {
    await library.database.close()
  }
}
