/**
 * Makes a true sentence of the law false: the sentence with one thing changed, or null where it has nothing to change.
 * Pure; `random` (numbers in [0, 1)) decides which place is changed and how. Mutators know nothing of the verifier.
 */
export type Mutator = (sentence: string, random: () => number) => string | null
