import type { SanitySystem } from './material.ts'

/** Answers nothing: it is never wrong, and of no use. */
export const refusesAlways: SanitySystem = () => null
