import type { Config } from '../../src/config.ts'
import type { Library } from '../../src/wiring.ts'
import type { IntakeParts } from './intake-parts.ts'
import { openUploadFolder } from './upload-folder.ts'

/** What taking in papers needs, of an opened library and the configuration. */
export function intakeParts(
  { database, embeddings }: Pick<Library, 'database' | 'embeddings'>,
  { dataFolder, scanCommand, territory }: Pick<Config, 'dataFolder' | 'scanCommand' | 'territory'>,
): IntakeParts {
  return { database, embeddings, folder: openUploadFolder(dataFolder), scanCommand, territory }
}
