import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { recogniseHeader } from './recognise-header.ts'

describe('Whatever the lines are', () => {
  const word = fc.constantFrom(
    ...`Az.: vom v. den Verkündet am 12. März 2024 01.02.2023 1 C 12.12 BVerwG OVG Urteil Beschluss des der das Ministeriums Sächsischen Innern Erlass Runderlass Verordnung tritt treten außer Kraft aufgehoben ersetzt hebe ich auf gilt bis zum Betreff: hier: An die Drucksache 21/4 , – - ( ) : ; In Case C‑1/20 § 4 Dresden, hat Senat beschlossen Gericht Aktenzeichen ECLI:DE:BVerwG:2024:1`.split(
      ' ',
    ),
  )
  const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))
  const document = fc.array(line, { maxLength: 30 })

  test('nothing is invented: the words of every value stand in them', () => {
    fc.assert(
      fc.property(document, (lines) => {
        const text = fold(lines.join(' ')).replaceAll(/\s/g, '')
        const { particulars } = recogniseHeader(lines.map((one) => ({ text: one })))
        const values = [
          particulars.issuer,
          particulars.subject,
          ...particulars.fileNumbers,
          ...particulars.addressees,
          ...particulars.relations.map((one) => one.text),
        ]
        for (const value of values)
          for (const part of (value ?? '').split(/\s+/))
            expect(text).toContain(
              fold(part)
                .slice(0, Math.max(2, part.length - 2))
                .trim(),
            )
      }),
      { numRuns: 400 },
    )
  })

  test('evidence is a stretch of the text itself, and there is some for every field that is filled in', () => {
    fc.assert(
      fc.property(document, (lines) => {
        const text = lines.join('\n')
        const { evidence, particulars } = recogniseHeader(lines.map((one) => ({ text: one })))
        for (const one of Object.values(evidence)) expect(text.slice(one.start, one.end)).toBe(one.text)
        const filled = (['issuer', 'issuedOn', 'ecli', 'subject', 'validUntil'] as const).filter(
          (field) => particulars[field] !== null,
        )
        expect(filled.filter((field) => evidence[field] === undefined)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
