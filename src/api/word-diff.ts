import { diffWordsWithSpace } from 'diff'

/** A stretch of text that both, only the old (`removed`) or only the new text (`added`) has. */
export interface DiffPart {
  value: string
  added: boolean
  removed: boolean
}

/** Beyond this many changed words the cost grows with the square, and no reader would follow the changes. */
const editsMax = 1500

/**
 * What changed from `before` to `after`, word by word. The parts not added, joined, are `before`; those not removed
 * are `after`. Texts too different to be compared are one part removed and one added.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: editsMax })
  if (changes) return changes.map(({ value, added, removed }) => ({ value, added, removed }))
  return [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ]
}
