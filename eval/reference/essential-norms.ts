import type { ReferenceCase } from './reference-case.ts'

/** The norms without which an answer fails, each once, as `<slug> <norm>`. */
export function essentialNorms({ gold }: ReferenceCase): string[] {
  return [...new Set(gold.filter(({ essential }) => essential).map(({ law, norm }) => `${law} ${norm}`))]
}
