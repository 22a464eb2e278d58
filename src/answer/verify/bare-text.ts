import { blankSpans } from '../../text/blank-spans.ts'
import { findReferences } from '../../law/references/find-references.ts'
import { findRelativeReferences } from '../../law/references/find-relative-references.ts'

/** The text without its references, so that the 5 of `§ 5` and the 2 of `Absatz 2` are not taken for amounts. */
export function withoutReferences(text: string): string {
  return blankSpans(text, [...findReferences(text), ...findRelativeReferences(text)])
}
