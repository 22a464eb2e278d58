import { rightly, type SanityMaterial, type SanitySource, type SanitySystem } from './material.ts'
import { oracle } from './oracle.ts'

/** Says what is right, and proves it by norms that are not there, were not in force, or say something else. */
export const inventsSources: SanitySystem = (material, random) => {
  const right = oracle(material, random)
  if (right === null || right.sources.length === 0) return right
  // Each fault in turn, so that a small set shows them all.
  const first = material.reference.id.charCodeAt(material.reference.id.length - 1)
  const wrong = right.sources.map((source, at) => faults[(first + at) % faults.length]?.(source, material) ?? source)
  return { ...right, sources: wrong }
}

const faults: ((source: SanitySource, material: SanityMaterial) => SanitySource)[] = [
  (source) => ({ ...source, norm: '§ 9999', paragraph: null, exists: false, inForce: false, verbatim: false }),
  (source) => ({ ...source, inForce: false }),
  (source) => ({ ...source, text: `${source.text.slice(0, 40)} und anderes mehr.`, verbatim: false }),
  (_source, { others: [other], gold: [first] }) => {
    const shown = other ?? first
    if (shown === undefined) throw new Error('Es gibt keine Stelle, die sich zitieren ließe.')
    return rightly(shown)
  },
]
