import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentText, Norm } from '../../../src/law/document-text.ts'
import { findReferences } from '../../../src/law/references/find-references.ts'
import { cutStatute } from '../../passages/cut-statute.ts'
import { parseEurlex } from './parse-eurlex.ts'

const fixture = (name: string) => readFileSync(new URL(`__fixtures__/${name}`, import.meta.url))
const act = () => parseEurlex(fixture('muster-act.fmx.xml'), '32099R0017')
const html = (body: string) => Buffer.from(`<html><head><title>x</title></head><body>${body}</body></html>`)

function normOf({ norms }: DocumentText, key: string): Norm {
  const norm = norms.find((one) => one.key === key)
  if (norm === undefined) throw new Error(`no ${key}`)
  return norm
}

const units = (norm: Norm) => norm.units.map(({ kind, number }) => `${kind} ${number}`)
const places = (norm: Norm) =>
  cutStatute(norm).map(({ paragraph, start, end }) => [paragraph, norm.text.slice(start, end)])
const sentences = (norm: Norm) =>
  norm.sentences.map(({ paragraph, number, start, end }) => [`${paragraph}.${number}`, norm.text.slice(start, end)])

describe('an act in the publisher’s XML', () => {
  test('has its title, its names, its day and its parts under their headings', () => {
    const { document, inForceFrom, norms } = act()
    expect(document).toMatchObject({
      id: 'eurlex:32099R0017',
      kind: 'eu_act',
      rank: 'eu_act',
      territory: 'DE',
      abbreviation: 'VO (EU) 2099/17',
      title:
        'Verordnung (EU) 2099/17 des Rates der Musterstaaten vom 3. Februar 2099 über das Mustern von Karten (Musterkodex)',
      enactedOn: '2099-02-03',
      url: 'https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:32099R0017',
    })
    expect(document.names).toEqual(expect.arrayContaining(['Musterkodex', 'Verordnung (EU) 2099/17', 'VO 2099/17']))
    expect(inForceFrom).toBe('2100-04-01')
    expect(norms.map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      'front Präambel',
      'part Erwägungsgrund 1',
      'part Erwägungsgrund 2',
      'norm Art 1',
      'norm Art 1a',
      'norm Art 2',
      'closing Schlussformel',
      'annex Anhang I',
    ])
    expect(normOf(act(), 'Art 1').outline).toEqual([{ label: 'Kapitel I', title: 'Karten' }])
  })

  test('recitals are norms of their own, with their footnotes beside them', () => {
    const recital = normOf(act(), 'Erwägungsgrund 2')
    expect(recital.text).toBe('Es ist „zügig“ zu vollziehen. Das gilt für alle.')
    expect(recital.footnotes).toEqual(['ABl. L 1 vom 1.1.2099, S. 1.'])
  })

  test('Absätze, points and sub-points are what one cites', () => {
    const norm = normOf(act(), 'Art 1')
    expect(norm.heading).toBe('Erteilung')
    expect(units(norm)).toEqual(['absatz 1', 'buchstabe a', 'buchstabe b', 'item i', 'item ii', 'absatz 1a'])
    expect(places(norm).map(([paragraph]) => paragraph)).toEqual(['1', '1a'])
    expect(sentences(norm).slice(1)).toEqual([
      ['1.2', 'Die Frist beträgt drei Monate.'],
      ['1.3', 'Sie ist nicht verlängerbar.'],
      ['1a.1', 'Die Karte gilt überall.'],
    ])
  })

  test('the Absatz of an act that is quoted is not one of the act itself', () => {
    const norm = normOf(act(), 'Art 1a')
    expect(units(norm)).toEqual([])
    expect(norm.text).toContain('„Artikel 4\n(1) Es wird gemustert.“')
  })

  test('tables of an annex keep their rows', () => {
    const annex = normOf(act(), 'Anhang I')
    expect(annex.heading).toBe('Gebühren')
    expect(annex.text).toBe('Karte | Taler\ngrün | 12\n– ohne Gebühr: Kinder')
    expect(annex.tables).toHaveLength(1)
  })

  test('an English file is refused, saying why', () => {
    const english = fixture('muster-act.fmx.xml').toString().replaceAll('<LG.DOC>DE', '<LG.DOC>EN')
    expect(() => parseEurlex(Buffer.from(english), '32099R0017')).toThrow(/in der Sprache EN.*deutsche Sprachfassung/)
  })

  test.each([
    ['', /leer/],
    ['<ACT>', /unvollständig/],
    ['<NOTICE><WORK/></NOTICE>', /kein Rechtsakt im Formex-Format, sondern <NOTICE>/],
    ['<!DOCTYPE a [<!ENTITY b "c">]><ACT>&b;</ACT>', /eigene DTD/],
    ['<ACT><TITLE><TI><P>Verordnung (EU) 2099/17 über das Mustern der Karten</P></TI></TITLE></ACT>', /keinen Artikel/],
    ['<html><body><p>Diese Seite gibt es nicht oder nicht mehr, bitte suchen Sie.</p></body></html>', /keinen Artikel/],
    [
      '<html><body><p>The requested document does not exist or is not available in this language.</p></body></html>',
      /nicht deutsch/,
    ],
  ])('what is no act is refused: %s', (text, problem) => {
    expect(() => parseEurlex(Buffer.from(text), '32099R0017')).toThrow(problem)
  })

  test('a file of another act is refused', () => {
    const info = '<INFO.CONSLEG CONSLEG.REF="2098R0001" START.DATE="20990101"/>'
    const other = `<CONS.ACT>${info}<CONS.DOC><TITLE><TI><P>Verordnung</P></TI></TITLE></CONS.DOC></CONS.ACT>`
    expect(() => parseEurlex(Buffer.from(other), '32099R0017')).toThrow(/anderen Rechtsakt \(32098R0001\)/)
  })
})

describe('an act as a page of EUR-Lex', () => {
  test('consolidated: holds from its day, without the signs of the amendments', () => {
    const text = parseEurlex(fixture('muster-konsolidiert.html'), '32099R0017')
    expect(text.document.title).toBe(
      'VERORDNUNG (EU) 2099/17 DES RATES DER MUSTERSTAATEN vom 3. Februar 2099 über das Mustern von Karten (Musterkodex)',
    )
    expect(text.inForceFrom).toBe('2101-05-01')
    expect(text.status.at(-1)).toEqual({
      kind: 'Geändert durch',
      comment: 'Verordnung (EU) 2100/3 des Rates vom 2. März 2100',
    })
    expect(text.norms.map(({ key, heading }) => [key, heading])).toEqual([
      ['Präambel', null],
      ['Art 1', 'Erteilung'],
      ['Art 2', null],
      ['Schlussformel', null],
      ['Anhang II', 'Muster der Karte'],
    ])
    const norm = normOf(text, 'Art 1')
    expect(norm.text).toBe(
      '(1) Die Karte wird nach dem Mustern erteilt, wenn der Inhaber\na) gemustert ist,\nb) nachweist\ni) seinen Namen.\n' +
        '(2) Die Frist beträgt vier Monate. Sie ist nicht verlängerbar.',
    )
    expect(units(norm)).toEqual(['absatz 1', 'buchstabe a', 'buchstabe b', 'item i', 'absatz 2'])
    expect(norm.outline).toEqual([{ label: 'Kapitel I', title: 'Karten' }])
    expect(normOf(text, 'Anhang II').text).toBe('Karte | Taler\ngrün | 12')
  })

  test('of the Official Journal: recitals, articles, points, annex', () => {
    const text = parseEurlex(fixture('muster-amtsblatt.html'), '32099L0018')
    expect(text.document.abbreviation).toBe('RL (EU) 2099/18')
    expect(text.inForceFrom).toBe('2099-03-01')
    expect(text.norms.map(({ key }) => key)).toEqual([
      'Präambel',
      'Erwägungsgrund 1',
      'Erwägungsgrund 2',
      'Art 3',
      'Art 4',
      'Schlussformel',
      'Anhang I',
    ])
    expect(units(normOf(text, 'Art 3'))).toEqual(['absatz 1', 'buchstabe a', 'buchstabe b', 'absatz 2'])
    expect(normOf(text, 'Erwägungsgrund 2').text).toBe('Die Staaten mustern nach Artikel 5.')
    expect(normOf(text, 'Anhang I').text).toBe('Ausnahmen gelten für Kinder.')
  })

  test('a page of another act is refused', () => {
    const page = fixture('muster-konsolidiert.html')
    expect(() => parseEurlex(page, '32008L0115')).toThrow(/anderen Rechtsakt \(32099R0017\)/)
  })

  test('the oldest, paragraphs without any class: headings are told by their shape', () => {
    const lines = [
      'Verordnung (EG) Nr. 17/1999 des Rates',
      'vom 3. Februar 1999',
      'über das Mustern',
      'DER RAT DER EUROPÄISCHEN UNION -',
      'in Erwägung nachstehender Gründe:',
      '(1) Das Mustern dient der Ordnung(1).',
      'HAT FOLGENDE VERORDNUNG ERLASSEN:',
      'Artikel 1',
      'Begriff',
      '1. Im Sinne dieser Verordnung ist',
      'a) eine Karte jede Karte;',
      '2. Das gilt auch für Kinder.',
      'Artikel 2',
      'Die Frist beträgt drei Monate, und zwar ab dem Tag der Musterung.',
      'Geschehen zu Musterstadt am 3. Februar 1999.',
      '(1) ABl. C 1 vom 1.1.1999, S. 1.',
      'ANHANG',
      'Liste',
    ]
    const text = parseEurlex(html(lines.map((line) => `<p>${line}</p>`).join('\n')), '31999R0017')
    expect(text.document.names).toContain('VO (EG) 17/1999')
    expect(text.norms.map(({ key, heading }) => [key, heading])).toEqual([
      ['Präambel', null],
      ['Erwägungsgrund 1', null],
      ['Art 1', 'Begriff'],
      ['Art 2', null],
      ['Schlussformel', null],
    ])
    expect(units(normOf(text, 'Art 1'))).toEqual(['absatz 1', 'buchstabe a', 'absatz 2'])
    expect(normOf(text, 'Schlussformel').footnotes).toEqual(['(1) ABl. C 1 vom 1.1.1999, S. 1.'])
  })
})

describe('a decision of the Union’s courts', () => {
  test.each(['muster-urteil.fmx.xml', 'muster-urteil.html'])('has Leitsatz, Tenor and numbered reasons: %s', (file) => {
    const text = parseEurlex(fixture(file), '62097CJ0012')
    expect(text.document).toMatchObject({
      id: 'eurlex:62097CJ0012',
      kind: 'ruling',
      abbreviation: 'EuGH, Urteil vom 03.02.2098 – C-12/97',
    })
    expect(text.document.particulars?.fileNumbers).toEqual(['C-12/97'])
    expect(text.inForceFrom).toBe('2098-02-03')
    expect(text.norms.map(({ key }) => key)).toEqual(['Leitsatz', 'Tenor', 'Gründe'])
    const reasons = normOf(text, 'Gründe')
    expect(units(reasons)).toEqual(['randnummer 1', 'randnummer 2'])
    const [, second] = reasons.units
    expect(reasons.text.slice(second?.start, second?.end)).toMatch(/^Die Frist beginnt mit dem Mustern\./)
    expect(normOf(text, 'Tenor').text).toContain('drei Monate')
    expect(normOf(text, 'Tenor').text).not.toContain('Unterschriften')
  })

  test('is refused where the file holds another', () => {
    expect(() => parseEurlex(fixture('muster-urteil.fmx.xml'), '62097CJ0013')).toThrow(/andere Entscheidung/)
  })
})

test('whatever an article says, every character lies in one passage and every label finds its article', () => {
  const words = fc.constantFrom('Die Karte gilt. ', 'Wer mustert, haftet; ', 'und zwar sofort, ', 'Das ist neu. ')
  const text = fc.array(words, { minLength: 1, maxLength: 60 }).map((all) => all.join('').trim())
  const list = fc
    .array(text, { maxLength: 5 })
    .map((all) => all.map((one, at) => `<ITEM><NP><NO.P>${'abcde'[at]})</NO.P><TXT>${one}</TXT></NP></ITEM>`).join(''))
  const article = fc.array(fc.tuple(text, list), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), (articles) => {
      const parts = articles.map((all, at) => {
        const absaetze = all.map(
          ([one, items], place) =>
            `<PARAG><NO.PARAG>(${place + 1})</NO.PARAG><ALINEA><P>${one}</P><LIST TYPE="alpha">${items}</LIST></ALINEA></PARAG>`,
        )
        return `<ARTICLE><TI.ART>Artikel ${at + 1}</TI.ART>${absaetze.join('')}</ARTICLE>`
      })
      const xml = `<ACT><TITLE><TI><P>Verordnung (EU) 2099/17 über das Mustern der Karte</P></TI></TITLE><ENACTING.TERMS>${parts.join('')}</ENACTING.TERMS></ACT>`
      const { norms } = parseEurlex(Buffer.from(xml), '32099R0017')
      expect(norms.map(({ norm }) => norm)).toEqual(articles.map((_, at) => `Art ${at + 1}`))
      for (const norm of norms) {
        let at = 0
        for (const passage of cutStatute(norm)) {
          expect(norm.text.slice(at, passage.start).trim()).toBe('')
          at = passage.end
        }
        expect(norm.text.slice(at).trim()).toBe('')
        expect(findReferences(`${norm.norm} Abs. 1 VO (EU) 2099/17`)[0]?.norm).toBe(norm.norm)
      }
    }),
    { numRuns: 40 },
  )
})

test('damage anywhere in a file is refused or read, never a crash of another kind', () => {
  const whole = fixture('muster-act.fmx.xml').toString()
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(40), (at, length) => {
      const damaged = Buffer.from(whole.slice(0, at) + whole.slice(at + length))
      try {
        expect(parseEurlex(damaged, '32099R0017').norms.length).toBeGreaterThan(0)
      } catch (error) {
        expect((error as Error).name).toMatch(/^(?:EuParseError|StatuteParseError)$/)
      }
    }),
    { numRuns: 150 },
  )
})
