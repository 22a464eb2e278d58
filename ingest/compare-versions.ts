import type { Queries } from '../src/store/database.ts'
import { findVersionOn } from '../src/store/find-observation.ts'
import { findNormContents } from '../src/store/find-norm-contents.ts'
import type { PreparedVersion } from '../src/store/prepared-version.ts'
import type { NormDifference } from './report.ts'

/** How a version differs from the one before it in time. */
export interface VersionDifference {
  isNewDocument: boolean
  /** The same in every word and note: only the publisher's file changed. */
  isSameContent: boolean
  norms: { added: string[]; changed: string[]; removed: string[] }
  differences: NormDifference[]
}

/** Compares a prepared version with the stored one that was in force on its day. */
export async function compareVersions(queries: Queries, prepared: PreparedVersion): Promise<VersionDifference> {
  const { id } = prepared.text.document
  const stored = await findVersionOn(queries, id, prepared.observation.day)
  const before = stored.known ? await findNormContents(queries, id, prepared.observation.day) : []
  const old = new Map(before.map((norm) => [norm.key, norm]))
  const differences: NormDifference[] = []
  const norms: VersionDifference['norms'] = { added: [], changed: [], removed: [] }
  for (const { norm, contentSha256 } of prepared.norms) {
    const earlier = old.get(norm.key)
    old.delete(norm.key)
    if (earlier?.contentSha256 === contentSha256) continue
    norms[earlier ? 'changed' : 'added'].push(norm.key)
    differences.push({ norm: norm.key, before: earlier ? words(earlier) : null, after: words(norm) })
  }
  for (const gone of old.values()) {
    norms.removed.push(gone.key)
    differences.push({ norm: gone.key, before: words(gone), after: null })
  }
  return {
    isNewDocument: !stored.known,
    isSameContent: stored.contentSha256 === prepared.contentSha256,
    norms,
    differences,
  }
}

function words({ heading, text }: { heading: string | null; text: string }): string {
  return heading ? `${heading}\n${text}` : text
}
