import type { Norm, Span, Unit } from '../../../src/law/document-text.ts'
import { absatzUnits } from '../absatz-units.ts'
import { listUnit } from '../list-unit.ts'
import { normSentences } from '../norm-sentences.ts'
import { lineOf } from '../rulings/find-element.ts'
import { readBlocks } from '../rulings/read-blocks.ts'
import type { XmlElement } from '../xml-element.ts'
import { all } from './ldml.ts'

/** An article, or a formula, as a norm; none where it has no words. Lists and Absätze are told by the signs at their lines. */
export function ldmlNorm(element: XmlElement, named: Pick<Norm, 'norm' | 'heading' | 'kind' | 'outline'>): Norm[] {
  const own = element.children.filter((child) => typeof child === 'string' || !['num', 'heading'].includes(child.name))
  const blocks = readBlocks({ ...element, children: own }, () => null)
  const text = blocks.map((block) => block.text).join('\n')
  const repealed = /^\(?(?:weggefallen|aufgehoben)\)?$/i.test(text) || text === ''
  if (text === '' && named.norm === null) return []
  const lines = linesOf(text)
  const items = repealed ? [] : listItems(text, lines)
  const closed = runsOf(items)
  const units = repealed
    ? []
    : [
        ...absatzUnits(
          text,
          lines.map(({ start }) => start),
          [],
        ),
        ...items,
      ].toSorted(byPlace)
  return [
    {
      key: named.norm ?? 'Text',
      ...named,
      text: repealed ? '' : text,
      units,
      sentences: repealed ? [] : normSentences(text, { units, closed, satzMarks: [], byLine: named.norm === null }),
      tables: [],
      attachments: [],
      footnotes: all(element, 'authorialNote').map(lineOf),
      repealed,
    },
  ]
}

function linesOf(text: string): Span[] {
  let at = 0
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length }
  })
}

const sign = /^(?:\(\d{1,3}[a-z]{0,2}\) )?((?:\d{1,3}[a-z]{0,2}\.|[a-z]{1,3}\)))(?= )/
const levels = { absatz: 0, randnummer: 0, nummer: 1, buchstabe: 2, doppelbuchstabe: 3, item: 4 }

/** Each reaches over those inside it, to the next of its level; a line without a sign ends them all. */
function listItems(text: string, lines: Span[]): Unit[] {
  const units: Unit[] = []
  let open: Unit[] = []
  for (const { start, end } of lines) {
    const mark = sign.exec(text.slice(start, end))?.[1]
    const item = mark === undefined ? null : listUnit(mark, '')
    if (item === null) open = []
    else {
      open = open.filter(({ kind }) => levels[kind] < levels[item.kind])
      const unit: Unit = { ...item, start, end }
      units.push(unit)
      open.push(unit)
    }
    for (const unit of open) unit.end = end
  }
  return units
}

function runsOf(items: Unit[]): Span[] {
  const runs: Span[] = []
  for (const { start, end } of items) {
    const last = runs.at(-1)
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return runs
}

function byPlace(a: Unit, b: Unit): number {
  return a.start - b.start || b.end - a.end
}
