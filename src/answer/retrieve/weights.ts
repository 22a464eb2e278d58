/** How much each way of finding a norm counts. The best norm of each way scores 1 there, the last of those looked at 0. */
export interface RankingWeights {
  text: number
  vector: number
  asked: number
  /** Share of a hit in a law the office does not apply itself (law/office-laws.ts). */
  otherLaw: number
  /** Share of a leading norm's score that the norms it refers to get, divided by the root of their number. */
  cited: number
  /** Share of a leading norm's score that the definitions of its law get. */
  defined: number
}

/** Chosen on the development questions by cross-validation (`npm run eval -- retrieval`, docs/quality.md). */
export const rankingWeights: RankingWeights = {
  text: 0.4,
  vector: 1,
  asked: 0.7,
  otherLaw: 0.4,
  cited: 0.1,
  defined: 0.1,
}
