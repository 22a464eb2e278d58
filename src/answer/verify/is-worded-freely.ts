import { alignWords } from './align-words.ts'
import { antecedentsOf } from './antecedents.ts'
import type { CitedClaim } from './check.ts'
import { share } from './clauses.ts'
import { matterOf } from './contrast/matter.ts'
import { withoutFrame } from './without-frame.ts'

/** From here on a claim repeats what it cites (measured: docs/quality.md, "What the rules are not sure of"). */
const mostlyRepeated = 0.65

/**
 * True for a claim that neither repeats the cited sentences, most of its words in their order, nor speaks in their words
 * alone, with what their pronouns stand for.
 */
export function isWordedFreely({ text, evidence }: CitedClaim): boolean {
  const bare = withoutFrame(text)
  const cited = evidence.map((piece) => piece.text).join('\n')
  if (alignWords(bare, cited).shared >= mostlyRepeated) return false
  return share(matterOf(bare), [...matterOf(cited), ...evidence.flatMap(antecedentsOf)]) < 1
}
