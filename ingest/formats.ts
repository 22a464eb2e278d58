import type { Library } from '../src/wiring.ts'
import type { Format, IngestParts } from './ingest-parts.ts'
import { normUrl } from './parse/gii-links.ts'
import { officeUrl, parseOfficePaper } from './parse/paper/office-format.ts'
import { parseStatute } from './parse/statute-xml.ts'
import { cutPaper } from './passages/cut-paper.ts'
import { cutStatute } from './passages/cut-statute.ts'
import type { Publisher } from './sources/publishers.ts'

const formats: Record<Publisher, Format> = {
  gii: { parse: parseStatute, cut: cutStatute, urlOf: normUrl, datesItself: false },
  office: { parse: parseOfficePaper, cut: cutPaper, urlOf: officeUrl, datesItself: false },
}

/** What feeding any publisher's documents into an opened library takes; shared by the command and the service. */
export function ingestParts({ database, embeddings }: Pick<Library, 'database' | 'embeddings'>): IngestParts {
  return { database, embeddings, formatOf: (publisher) => formats[publisher] }
}
