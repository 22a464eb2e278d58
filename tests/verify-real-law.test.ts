import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseStatute } from '../ingest/parse/statute-xml.ts'
import { verify } from '../src/answer/verify/verify.ts'
import type { Evidence } from '../src/law/answer.ts'
import { toDay } from '../src/law/day.ts'
import { corpusDir, describeOnRealLaw } from './corpus.ts'

const slugs = ['stag', 'freiz_gg_eu_2004', 'beschv_2013']

/** Sentences of one line, each as its own passage: what is tested here is words, not passages. */
function sentencesOf(slug: string): Evidence[] {
  const file = readdirSync(join(corpusDir, slug)).toSorted().at(-1) ?? ''
  const { document, norms } = parseStatute(readFileSync(join(corpusDir, slug, file)), slug)
  return norms.flatMap((norm) =>
    norm.sentences.flatMap((sentence): Evidence[] => {
      const text = norm.text.slice(sentence.start, sentence.end)
      if (text.length < 50 || text.length > 400 || text.includes('\n') || !text.endsWith('.')) return []
      const { start, end } = sentence
      const label = `${norm.norm ?? ''} ${document.abbreviation}`
      const sha256 = createHash('sha256').update(text).digest('hex')
      const { id, kind, rank, title, abbreviation, invented } = document
      const summary = { id, kind, rank, title, abbreviation, invented }
      const dated = { validFrom: toDay('2020-01-01'), validTo: null, validBasis: 'observed' as const }
      const found = { rank: 1, score: 1, why: [], url: '', urlShows: 'this_version' as const, territory: 'DE' }
      const place = {
        normKey: norm.key,
        norm: norm.norm,
        paragraph: sentence.paragraph,
        path: [],
        heading: norm.heading,
      }
      const own = {
        id: `${norm.key} ${start}`,
        document: summary,
        outline: norm.outline,
        label,
        pages: [],
        text,
        start,
        end,
        sha256,
      }
      const passage = { ...own, ...place, ...dated, ...found, normSha256: '', sentences: [sentence], repealed: false }
      return [{ id: 'E1', passage, sentence: sentence.number, span: { start, end }, text }]
    }),
  )
}

function isRemoved(text: string, evidence: Evidence): boolean {
  const draft = { claims: [{ text, role: 'rule' as const, evidenceIds: ['E1'] }], open: [], malformed: [] }
  const context = {
    asOf: toDay('2025-03-05'),
    register: [],
    lookup: () => 'not_checked' as const,
    ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
  }
  return verify(draft, [evidence], context).removed.length > 0
}

/** Ways to turn a sentence into its opposite, or to bind more or less; null where a sentence has nothing to turn. */
const turns: Record<string, (text: string) => string> = {
  'nicht left out': (text) => text.replace(/ nicht (?!nur|mehr|länger|weniger|unter|über|später|überschr|überst)/, ' '),
  'ein for kein': (text) => text.replace(/\bkein(e?[rnms]?)\b/, 'ein$1'),
  'nicht put in': (text) =>
    /nicht|kein|ohne|weder/.test(text) || !/ (?:kann|darf|soll|wird|muss) /.test(text)
      ? text
      : text.replace(/ (\S+(?: werden| sein)?)\.$/, ' nicht $1.'),
  'muss for kann': (text) => (text.includes('muss') ? text : text.replace(/\bkann\b/, 'muss')),
  'muss for soll': (text) => text.replace(/\bsoll\b/, 'muss'),
  'kann for soll': (text) => text.replace(/\bsoll\b/, 'kann'),
  'kann for muss': (text) => text.replace(/\bmuss\b/, 'kann'),
  'muss for darf': (text) => text.replace(/\bdarf\b/, 'muss'),
}

describeOnRealLaw('lies and truths made of the law itself', () => {
  test('at least 95 of 100 turned sentences are removed', () => {
    let missed = 0
    let all = 0
    for (const evidence of slugs.flatMap(sentencesOf)) {
      for (const turn of Object.values(turns)) {
        const lie = turn(evidence.text)
        if (lie === evidence.text) continue
        all += 1
        if (!isRemoved(lie, evidence)) missed += 1
      }
    }
    expect(all).toBeGreaterThan(200)
    expect(missed / all).toBeLessThan(0.05)
  })

  test('at most 3 of 100 sentences are removed when said almost word for word', () => {
    const evidence = slugs.flatMap(sentencesOf)
    const removed = evidence.filter((piece) => isRemoved(piece.text.replace(/\.$/, ' (so das Gesetz).'), piece))
    expect(evidence.length).toBeGreaterThan(200)
    expect(removed.length / evidence.length).toBeLessThan(0.03)
  })
})
