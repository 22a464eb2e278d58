import { createHash } from 'node:crypto'
import { preparePassages, prepareVersion } from '../ingest/passages/prepare-version.ts'
import type { Day } from '../src/law/day.ts'
import type { CutPassage } from '../src/law/passage.ts'
import type { Norm, DocumentText } from '../src/law/document-text.ts'
import { hashedEmbedding } from './hashed-embedding.ts'
import type { Database } from '../src/store/database.ts'
import { openEmbeddingIndex } from '../src/store/embedding-index.ts'
import { findMissingNorms } from '../src/store/find-missing-norms.ts'
import { publishVersion } from '../src/store/publish-version.ts'
import { stageNorms } from '../src/store/stage-norm.ts'

/** An invented law with one passage a norm, for tests of the store alone: `{ '§ 1': 'Text.' }`. */
export function buildStatute(slug: string, norms: Record<string, string>, abbreviation = 'MusterG'): DocumentText {
  return {
    document: {
      id: `gii:${slug}`,
      kind: 'statute',
      rank: 'statute',
      territory: 'DE',
      title: `Mustergesetz ${slug} (erfunden)`,
      shortTitle: null,
      abbreviation,
      names: [abbreviation],
      enactedOn: null,
      url: `https://example.invalid/${slug}/`,
      invented: true,
    },
    status: [],
    footnotes: [],
    norms: Object.entries(norms).map(([key, text]) => buildNorm(key, text)),
  }
}

function buildNorm(key: string, text: string): Norm {
  return {
    key,
    kind: 'norm',
    norm: key,
    heading: `Überschrift ${key}`,
    outline: [],
    text,
    units: [],
    sentences: text ? [{ paragraph: null, number: 1, start: 0, end: text.length }] : [],
    tables: [],
    attachments: [],
    footnotes: [],
    repealed: text === '',
  }
}

/** Stores an invented law as observed on a day, the way ingest does; one passage a norm unless `cut` says otherwise. */
export async function storeStatute(
  database: Database,
  text: DocumentText,
  day: Day,
  cut: (norm: Norm) => CutPassage[] = wholeNorm,
): Promise<void> {
  const embedding = hashedEmbedding()
  const index = await openEmbeddingIndex(database, embedding.id, embedding.dimension)
  const bytes = createHash('sha256').update(JSON.stringify(text)).digest('hex')
  const prepared = prepareVersion(
    text,
    { day, sourceSha256: bytes, origin: 'test', fetchedOn: day, basis: text.inForceFrom ? 'official' : 'observed' },
    (norm) => `${text.document.url}${norm.key}`,
  )
  const missing = await findMissingNorms(database, text.document.id, prepared.norms)
  const staged = missing.map((norm) => ({
    prepared: norm,
    passages: preparePassages(text.document.id, norm, cut),
  }))
  const passages = staged.flatMap((norm) => norm.passages)
  const vectors = await embedding.embed(
    passages.map((passage) => passage.embeddingInput),
    'passage',
  )
  await stageNorms(
    database,
    text.document.id,
    index,
    staged,
    new Map(passages.map((passage, at) => [passage.embeddingSha256, vectors[at] as Float32Array])),
  )
  await publishVersion(database, prepared)
}

function wholeNorm({ text, sentences }: Norm): CutPassage[] {
  return text ? [{ start: 0, end: text.length, paragraph: null, path: [], sentences }] : []
}
