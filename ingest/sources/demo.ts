import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { folderSource } from './folder.ts'
import type { Source } from './source.ts'

/** The bundled demonstration collection: invented laws in the publisher's format, some in several dated versions. */
export async function demoSource(): Promise<Source> {
  const source = await folderSource(join(packageRoot, 'ingest/demo/gii'), null)
  return { ...source, name: 'Demonstrationssammlung (erfundenes Recht)' }
}
