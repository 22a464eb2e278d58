import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A question written by hand that takes something for given, with the norm that says whether it is so. */
export interface PremiseQuestion {
  kind: 'number' | 'modality' | 'negation'
  documentId: string
  norm: string
  /** Absatz; null where the norm has none. */
  paragraph: string | null
  text: string
  isTrue: boolean
  isSetAside: boolean
}

/** Written down before any rule that finds premises (24 November 2026), never to be changed. */
const seed = 'premises'

/** All questions, in their order. One a line: kind, law, norm, Absatz, question, divided by tabs. */
export function readPremiseQuestions(): PremiseQuestion[] {
  return [...readFile('false-premises.tsv', false), ...readFile('true-premises.tsv', true)]
}

function readFile(name: string, isTrue: boolean): PremiseQuestion[] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [kind = '', slug = '', norm = '', paragraph = '', text = ''] = line.split('\t')
    if (!isKind(kind)) throw new RangeError(`${name}: ${kind}`)
    const place = { documentId: `gii:${slug}`, norm, paragraph: paragraph === '' ? null : paragraph }
    return { kind, ...place, text, isTrue, isSetAside: isSetAside(slug, norm) }
  })
}

/** A third of the norms: no rule may be written after looking at what is asked about them. */
function isSetAside(slug: string, norm: string): boolean {
  const [first = 0] = createHash('sha256').update(`${seed} ${slug} ${norm}`).digest()
  return first % 3 === 0
}

function isKind(kind: string): kind is PremiseQuestion['kind'] {
  return ['number', 'modality', 'negation'].includes(kind)
}
