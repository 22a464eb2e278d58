import { preparePassages, prepareVersion } from '../ingest/passages/prepare-version.ts'
import { toDay } from '../src/law/day.ts'
import type { DocumentKind } from '../src/law/document.ts'
import type { CutPassage } from '../src/law/passage.ts'
import type { Norm, DocumentText } from '../src/law/document-text.ts'
import { publishVersion } from '../src/store/publish-version.ts'
import { stageNorms } from '../src/store/stage-norm.ts'
import type { Library } from '../src/wiring.ts'
import { embeddingOf } from './retrieval-steps.ts'
import { seededRandom } from '../eval/seeded-random.ts'

/** Share of words of at least four letters that are replaced by words of other passages. */
export const replacedShare = 0.3
/** Passages staged in one transaction. */
const BATCH = 1000
const WORD = /\p{L}{4,}/gu
const DAY = toDay('2025-04-02')

/** Kinds of the invented documents and the share of a million passages each gets: what filters can keep. */
const kinds: [DocumentKind, number][] = [
  ['decree', 0.5],
  ['paper', 0.1],
  ['ruling', 0.01],
]

interface RealPassage {
  norm_id: number
  paragraph: string | null
  path: string[]
  heading: string | null
  text: string
}

/**
 * Adds law made of real passages until `target` passages are stored: a real document's norms with a share of their words
 * replaced by words of other passages, embedded anew, staged and published as ingest does. The same every time.
 */
export async function inventLaw(library: Library, stored: number, target: number): Promise<void> {
  const random = seededRandom(20250402)
  const documents = await library.database.query<{ id: string }>(
    `select id from documents where id not like 'gii:umgeschrieben-%' order by md5(id)`,
  )
  let count = stored
  let words: string[] = []
  for (let place = 0; count < target; place += 1) {
    const source = documents[place % documents.length]?.id as string
    const passages = await readPassages(library, source)
    if (passages.length === 0) continue
    words = [...passages.slice(0, 100).flatMap(({ text }) => text.match(WORD) ?? []), ...words].slice(0, 20_000)
    const rewrite = (text: string) =>
      text.replaceAll(WORD, (word) =>
        random() < replacedShare ? (words[Math.floor(random() * words.length)] ?? word) : word,
      )
    const slug = `umgeschrieben-${place}`
    count += await store(library, buildDocument(slug, kindOf(random())), inventNorms(passages, rewrite))
  }
}

function readPassages(library: Library, documentId: string): Promise<RealPassage[]> {
  return library.database.query<RealPassage>(
    `select p.norm_id, p.paragraph, p.path, p.heading, p.text from norms n join passages p on p.norm_id = n.id
      where n.document_id = $1 and n.validity @> $2::date order by p.id`,
    [documentId, DAY],
  )
}

/** What is left of the million is real law, and a rest of the last kind but the filters'. */
function kindOf(draw: number): DocumentKind {
  let bound = 0
  for (const [kind, share] of kinds) {
    bound += share / 0.62
    if (draw < bound) return kind
  }
  return 'eu_act'
}

function buildDocument(slug: string, kind: DocumentKind): DocumentText['document'] {
  return {
    id: `gii:${slug}`,
    kind,
    rank: 'decree',
    territory: 'DE',
    title: `Umgeschriebenes Recht ${slug}`,
    shortTitle: null,
    abbreviation: `Umg${slug.replace(/\D/g, '')}`,
    names: [`Umg${slug.replace(/\D/g, '')}`],
    enactedOn: null,
    url: `https://example.invalid/${slug}/`,
    // Invented law steps aside for real law; this must stand beside it to be measured.
    invented: false,
  }
}

interface InventedNorm {
  norm: Norm
  cuts: CutPassage[]
}

function inventNorms(passages: RealPassage[], rewrite: (text: string) => string): InventedNorm[] {
  const byNorm = new Map<number, RealPassage[]>()
  for (const passage of passages) byNorm.set(passage.norm_id, [...(byNorm.get(passage.norm_id) ?? []), passage])
  return [...byNorm.values()].map((of, place) => {
    let text = ''
    const cuts = of.map((passage): CutPassage => {
      const start = text.length
      text += rewrite(passage.text)
      const end = text.length
      text += '\n'
      return {
        start,
        end,
        paragraph: passage.paragraph,
        path: passage.path,
        sentences: [{ paragraph: passage.paragraph, number: 1, start, end }],
      }
    })
    const heading = of[0]?.heading ?? null
    const norm: Norm = {
      key: `§ ${place + 1}`,
      kind: 'norm',
      norm: `§ ${place + 1}`,
      heading: heading && rewrite(heading),
      outline: [],
      text: text.trimEnd(),
      units: [],
      sentences: cuts.flatMap(({ sentences }) => sentences),
      tables: [],
      attachments: [],
      footnotes: [],
      repealed: false,
    }
    return { norm, cuts }
  })
}

async function store(library: Library, document: DocumentText['document'], invented: InventedNorm[]): Promise<number> {
  const cutsOf = new Map(invented.map(({ norm, cuts }) => [norm, cuts]))
  const text: DocumentText = { document, status: [], footnotes: [], norms: invented.map(({ norm }) => norm) }
  const observation = { day: DAY, sourceSha256: document.id, origin: 'bench', fetchedOn: DAY }
  const prepared = prepareVersion(text, observation, (norm) => `${document.url}${norm.key}`)
  const staged = prepared.norms.map((each) => ({
    prepared: each,
    passages: preparePassages(document.id, each, (norm) => cutsOf.get(norm) ?? []),
  }))
  const { embedding, index } = await embeddingOf(library)
  let count = 0
  for (let batch = staged.splice(0, BATCH / 3); batch.length > 0; batch = staged.splice(0, BATCH / 3)) {
    const passages = batch.flatMap((norm) => norm.passages)
    const vectors = await embedding.embed(
      passages.map(({ embeddingInput }) => embeddingInput),
      'passage',
    )
    const byHash = new Map(passages.map(({ embeddingSha256 }, at) => [embeddingSha256, vectors[at] as Float32Array]))
    await stageNorms(library.database, document.id, index, batch, byHash)
    count += passages.length
  }
  await publishVersion(library.database, prepared)
  return count
}
