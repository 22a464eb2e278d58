import type { ReferenceCase } from '../reference/reference-case.ts'

/** A smaller topic says nothing of itself. */
const leastOfTopic = 5
const unnamedTopic = 'ohne Thema'

/** Names of the groups a question is shown in: its kind, style, topic (of at least five questions) and tags. */
export function slicesOf({ kind, style, topic, tags = [] }: ReferenceCase, cases: ReferenceCase[]): string[] {
  const ofTopic = cases.filter((other) => other.topic === topic).length
  return [
    ...(kind === 'unspecified' ? [] : [`Art: ${kind}`]),
    ...(style === 'unspecified' ? [] : [`Stil: ${style}`]),
    ...(topic === unnamedTopic || ofTopic < leastOfTopic ? [] : [`Thema: ${topic}`]),
    ...tags.map((tag) => `Schlagwort: ${tag}`),
  ]
}

/** Questions that are not independent: those of one topic, and the same question asked of several days. */
export function clusterOf({ id, topic, question }: ReferenceCase, cases: ReferenceCase[]): string {
  const first = cases.find((other) => other.question === question)
  const named = topic === unnamedTopic ? first?.topic : (first?.topic ?? topic)
  return named === undefined || named === unnamedTopic ? `Frage ${first?.id ?? id}` : named
}
