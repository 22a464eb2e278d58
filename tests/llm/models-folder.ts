import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the runtime and the tiny model are kept between runs, outside the repository; FUNDSTELLE_MODELS overrides it. */
export const modelsFolder: string =
  process.env['FUNDSTELLE_MODELS'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'fundstelle', 'models')
