/** What a classifier of natural language inference says of two texts. */
export type Inference = 'entailment' | 'neutral' | 'contradiction'

/** How sure it is of each, 0 to 1. */
export type InferenceScores = Record<Inference, number>

/** A model that says whether a second text follows from a first. */
export interface InferenceClassifier {
  name: string
  /**
   * The scores of each pair, in order.
   * @throws ClassifierError when it gave none that can be used.
   */
  classify(pairs: { premise: string; hypothesis: string }[], signal: AbortSignal): Promise<InferenceScores[]>
}
