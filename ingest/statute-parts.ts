import type { Library } from '../src/wiring.ts'
import type { IngestParts } from './ingest-parts.ts'
import { normUrl } from './parse/gii-links.ts'
import { parseStatute } from './parse/statute-xml.ts'
import { cutStatute } from './passages/cut-statute.ts'

/** What feeding federal law into an opened library takes; shared by the command and the service's first fill. */
export function statuteParts({ database, embeddings }: Pick<Library, 'database' | 'embeddings'>): IngestParts {
  return { database, embeddings, parse: parseStatute, cut: cutStatute, urlOf: normUrl }
}
