import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseStatute } from '../ingest/parse/statute-xml.ts'
import type { LawName } from '../src/law/answer.ts'
import { findReferences } from '../src/law/references/find-references.ts'
import { resolveLaw } from '../src/law/references/resolve-law.ts'
import type { DocumentText } from '../src/law/document-text.ts'
import { corpusDir, describeOnRealLaw } from './corpus.ts'

/** The newest text of every law. */
function newest(): DocumentText[] {
  const slugs = readdirSync(corpusDir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return slugs.map(({ name }) => {
    const file = readdirSync(join(corpusDir, name)).toSorted().at(-1) ?? ''
    return parseStatute(readFileSync(join(corpusDir, name, file)), name)
  })
}

describeOnRealLaw('references in all laws of the corpus', () => {
  test('nearly every § with a number is part of a reference, and every reference stands where it says', () => {
    let all = 0
    let covered = 0
    for (const { norms } of newest()) {
      for (const { text } of norms) {
        const references = findReferences(text)
        expect(references.every(({ start, end, text: words }) => text.slice(start, end) === words)).toBe(true)
        for (const { index, 0: sign } of text.matchAll(/§ ?\d+/g)) {
          all += 1
          if (references.some(({ start, end }) => start <= index && end >= index + sign.length)) covered += 1
        }
      }
    }
    expect(all).toBeGreaterThan(10_000)
    expect(covered / all).toBeGreaterThan(0.99)
  })

  test('the laws that the AufenthG cites and that are in the corpus are known by the names it uses', () => {
    const laws = newest()
    const register: LawName[] = laws.map(({ document }) => ({
      documentId: document.id,
      abbreviation: document.abbreviation,
      names: document.names,
    }))
    const named = [
      ['des Asylgesetzes', 'gii:asylvfg_1992'],
      ['des Zweiten Buches Sozialgesetzbuch', 'gii:sgb_2'],
      ['des Zwölften Buches Sozialgesetzbuch', 'gii:sgb_12'],
      ['des Bürgerlichen Gesetzbuchs', 'gii:bgb'],
      ['des Strafgesetzbuchs', 'gii:stgb'],
      ['der Verwaltungsgerichtsordnung', 'gii:vwgo'],
      ['des Freizügigkeitsgesetzes/EU', 'gii:freiz_gg_eu_2004'],
      ['des AZR-Gesetzes', 'gii:azrg'],
      ['AsylG', 'gii:asylvfg_1992'],
      ['StAG', 'gii:stag'],
      ['EGBGB', 'gii:bgbeg'],
      ['GG', 'gii:gg'],
      ['des Grundgesetzes', 'gii:gg'],
      ['SGB XII', 'gii:sgb_12'],
      ['BeschV', 'gii:beschv_2013'],
    ]
    for (const [written, documentId] of named) {
      const law = findReferences(`§ 5 ${written}`, register)[0]?.law
      expect([written, resolveLaw(law ?? '', register)?.documentId]).toEqual([written, documentId])
    }
  })

  test('the names of one law never lead to another', () => {
    const register: LawName[] = newest().map(({ document }) => ({
      documentId: document.id,
      abbreviation: document.abbreviation,
      names: document.names,
    }))
    const strays = register.filter((law) => resolveLaw(law.abbreviation, register)?.abbreviation !== law.abbreviation)
    expect(strays.map(({ abbreviation }) => abbreviation)).toEqual([])
  })
})
