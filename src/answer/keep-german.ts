import type { Draft, RemovedClaim } from '../law/answer.ts'
import { isGerman } from '../text/is-german.ts'

/** A draft without the claims that are not German, and these as removed. */
export interface GermanDraft {
  draft: Draft
  foreign: RemovedClaim[]
  /** More claims were foreign than German: the model did not do what it was told, and is not believed in the rest. */
  isForeign: boolean
}

/** Takes out what is not German. What stays open needs no check here: it is shown only in words of the question. */
export function keepGerman(draft: Draft): GermanDraft {
  const claims = draft.claims.filter(({ text }) => isGerman(text))
  const checklist = draft.checklist?.filter(({ text }) => isGerman(text))
  const foreign = draft.claims
    .filter((claim) => !claims.includes(claim))
    .map(({ text }): RemovedClaim => ({ text, reason: 'malformed', detail: 'Die Aussage ist nicht auf Deutsch.' }))
  return {
    draft: { ...draft, claims, ...(checklist && { checklist }) },
    foreign,
    isForeign: foreign.length > claims.length,
  }
}
