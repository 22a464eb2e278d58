import { fold } from '../../text/fold.ts'

export type Modality = 'must' | 'should' | 'may'

/** How a text binds, by its verbs and by other words that say the same. */
export interface Binding {
  verbs: Modality[]
  hints: Modality[]
}

const verbs: [Modality, RegExp][] = [
  ['must', /\bmuss(?:en|te|ten)?\b/],
  ['must', /\b(?:ist|sind|hat|haben|war|waren)\b(?=[^,]*\b(?:zu \p{Ll}+n|\p{Ll}{2,8}zu\p{Ll}{3,}n)\b(?! \p{Ll}))/u],
  ['must', /\b(?:zu \p{Ll}+n|\p{Ll}{2,8}zu\p{Ll}{3,}n) (?:ist|sind|hat|haben)\b/u],
  ['should', /\bsoll(?:en|te|ten)?\b/],
  ['may', /\bkann\b|\bkonn(?:en|te|ten)\b|\bdarf\b|\bdurf(?:en|te|ten)\b/],
]
const adjectives: [Modality, RegExp][] = [
  ['must', /\b(?:verpflichtet|zwingend|erforderlich|notwendig|bedarf|bedurfen|pflicht)\b/],
  ['should', /\b(?:in der regel|regelmassig|grundsatzlich|im regelfall|normalerweise|ublicherweise|meist)\b/],
  ['may', /\b(?:ermessen\p{L}*|berechtigt|anspruch|recht|moglich|gestattet|erlaubt|zulassig|befugt|konnen)\b/u],
]
/** How a text binds, each modality once. */
export function bindingOf(text: string): Binding {
  const folded = fold(text)
  return { verbs: modalitiesOf(folded, verbs), hints: modalitiesOf(folded, adjectives) }
}

function modalitiesOf(text: string, patterns: [Modality, RegExp][]): Modality[] {
  return [...new Set(patterns.flatMap(([modality, pattern]) => (pattern.test(text) ? [modality] : [])))]
}
