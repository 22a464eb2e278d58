import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeOnNeuris, neurisDir } from '../../../tests/corpus.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import { cutRuling } from '../../passages/cut-ruling.ts'
import { cutStatute } from '../../passages/cut-statute.ts'
import { neurisUrl, slugOfEli, slugOfLdml } from './ldml-links.ts'
import { parseNeuris } from './parse-neuris.ts'

const caseNs = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
const file = (body: string) =>
  Buffer.from(
    `<?xml version="1.0"?><!-- erfunden --><akn:akomaNtoso xmlns:akn="${caseNs}" xmlns:ris="r">${body}</akn:akomaNtoso>`,
  )

const judgment = (
  body: string,
  court = '<ris:gerichtstyp>OVG</ris:gerichtstyp><ris:gerichtsort>Musterland</ris:gerichtsort>',
) => `
<akn:judgment><akn:meta><akn:identification><akn:FRBRWork>
  <akn:FRBRalias name="Dokumentnummer" value="MURE999900001"/><akn:FRBRalias name="ECLI" value="ECLI:DE:OVGML:2099:0203.18B1.98.00"/>
  <akn:FRBRdate date="2099-02-03" name="Entscheidungsdatum"/></akn:FRBRWork></akn:identification>
  <akn:analysis><akn:otherReferences><akn:implicitReference ris:domainTerm="Norm"><ris:referenzNormen>
    <ris:abkuerzung>MusterG</ris:abkuerzung><ris:einzelnorm><ris:bezeichnung>§ 3 Abs 1</ris:bezeichnung></ris:einzelnorm>
  </ris:referenzNormen></akn:implicitReference><akn:implicitReference><ris:vorgehendeEntscheidung>
    <ris:dokumenttyp>Urteil</ris:dokumenttyp><ris:entscheidungsdatum>2098-01-01</ris:entscheidungsdatum><ris:aktenzeichen>7 K 3/96</ris:aktenzeichen>
    <ris:gericht><ris:gerichtstyp>VG</ris:gerichtstyp><ris:gerichtsort>Musterstadt</ris:gerichtsort></ris:gericht>
  </ris:vorgehendeEntscheidung></akn:implicitReference></akn:otherReferences>
  <akn:otherAnalysis><ris:titelzeile><akn:p>Zur Musterkarte</akn:p></ris:titelzeile>
    <ris:orientierungssatz domainTerm="Orientierungssatz"><akn:p>Eine Karte genügt.</akn:p></ris:orientierungssatz></akn:otherAnalysis></akn:analysis>
  <akn:proprietary><ris:meta><ris:gericht refersTo="#g">${court}<ris:spruchkoerper>18. Senat</ris:spruchkoerper></ris:gericht>
    <ris:aktenzeichenListe><ris:aktenzeichen domainTerm="Aktenzeichen">18 B 1/98</ris:aktenzeichen>
      <ris:aktenzeichen domainTerm="Abweichendes Aktenzeichen">falsch</ris:aktenzeichen></ris:aktenzeichenListe>
    <ris:regionen><ris:region>NW</ris:region></ris:regionen></ris:meta></akn:proprietary></akn:meta>
 <akn:header><akn:p>Dokumenttyp: <akn:docType>Beschluss</akn:docType></akn:p></akn:header>
 <akn:judgmentBody>${body}</akn:judgmentBody></akn:judgment>`

const reasons = `<akn:decision ris:domainTerm="Tenor"><akn:p>Die Beschwerde wird zurückgewiesen.</akn:p></akn:decision>
 <akn:motivation ris:domainTerm="Gründe"><akn:h2>I.</akn:h2>
  <akn:hcontainer ris:domainTerm="Randnummer" name="Randnummer"><akn:num>1</akn:num><akn:content><akn:p>Es geht um eine Karte.</akn:p></akn:content></akn:hcontainer>
  <akn:hcontainer ris:domainTerm="Randnummer" name="Randnummer"><akn:num>2</akn:num><akn:content><akn:p>Es gilt:</akn:p>
   <akn:ol><akn:li><akn:p>erstens dies,</akn:p></akn:li><akn:li><akn:p>zweitens das.</akn:p></akn:li></akn:ol></akn:content></akn:hcontainer></akn:motivation>`

const act = (articles: string, inForce = '<ris:inkraft date="2099-03-01"/>') => `
<akn:act><akn:meta><akn:identification><akn:FRBRWork><akn:FRBRuri value="eli/bund/bgbl-1/2098/77"/></akn:FRBRWork>
 <akn:FRBRExpression><akn:FRBRdate date="2099-01-15"/></akn:FRBRExpression></akn:identification>
 <akn:lifecycle><akn:eventRef date="2098-05-01" refersTo="ausfertigung"/><akn:eventRef date="2098-06-01" refersTo="inkrafttreten"/>
  <akn:eventRef date="2099-02-01" refersTo="inkrafttreten"/></akn:lifecycle><akn:proprietary>${inForce}</akn:proprietary></akn:meta>
 <akn:preface><akn:longTitle><akn:p><akn:docTitle>Gesetz über Musterkarten<akn:authorialNote><akn:p>Fußnote</akn:p></akn:authorialNote></akn:docTitle>
  <akn:shortTitle>(Musterkartengesetz – <akn:inline refersTo="amtliche-abkuerzung">MuKaG</akn:inline>)</akn:shortTitle></akn:p></akn:longTitle></akn:preface>
 <akn:body><akn:section><akn:num>Abschnitt 1</akn:num><akn:heading>Allgemeines</akn:heading>${articles}</akn:section></akn:body></akn:act>`

const article = `<akn:article><akn:num>§ 1</akn:num><akn:heading>Karte</akn:heading>
 <akn:paragraph><akn:num>(1)</akn:num><akn:list><akn:intro><akn:p>Eine Karte erhält, wer</akn:p></akn:intro>
   <akn:point><akn:num>1.</akn:num><akn:content><akn:p>sie beantragt und</akn:p></akn:content></akn:point>
   <akn:point><akn:num>2.</akn:num><akn:list><akn:intro><akn:p>entweder</akn:p></akn:intro>
     <akn:point><akn:num>a)</akn:num><akn:content><akn:p>zahlt oder</akn:p></akn:content></akn:point>
     <akn:point><akn:num>b)</akn:num><akn:content><akn:p>befreit ist.</akn:p></akn:content></akn:point></akn:list></akn:point></akn:list></akn:paragraph>
 <akn:paragraph><akn:num>(2)</akn:num><akn:content><akn:p>Sie gilt ein Jahr. Danach endet sie.</akn:p></akn:content></akn:paragraph></akn:article>`

const passagesOf = ({ norms }: DocumentText) =>
  norms.flatMap((norm) =>
    (norm.kind === 'part' ? cutRuling : cutStatute)(norm).map(({ start, end, paragraph }) => [
      norm.key,
      paragraph,
      norm.text.slice(start, end),
    ]),
  )

describe('a decision of the portal', () => {
  test('says court, Land, day, numbers, norms and the court before, and keeps its Randnummern', () => {
    const text = parseNeuris(file(judgment(reasons)), 'MURE999900001')
    expect(text.document).toMatchObject({
      id: 'neuris:MURE999900001',
      territory: 'DE-NW',
      abbreviation: 'OVG Musterland, Beschluss vom 03.02.2099 – 18 B 1/98',
      particulars: {
        fileNumbers: ['18 B 1/98'],
        ecli: 'ECLI:DE:OVGML:2099:0203.18B1.98.00',
        subject: 'Zur Musterkarte',
        norms: ['§ 3 Abs 1 MusterG'],
      },
    })
    expect(text.status).toEqual([
      { kind: 'Spruchkörper', comment: '18. Senat' },
      { kind: 'Vorinstanz', comment: 'VG Musterstadt, Urteil, 2098-01-01, 7 K 3/96' },
    ])
    expect(text.inForceFrom).toBe('2099-02-03')
    expect(passagesOf(text)).toEqual([
      ['Orientierungssatz', null, 'Eine Karte genügt.'],
      ['Tenor', null, 'Die Beschwerde wird zurückgewiesen.'],
      ['Gründe', '1', 'I.\nEs geht um eine Karte.'],
      ['Gründe', '2', 'Es gilt:\n1. erstens dies,\n2. zweitens das.'],
    ])
  })

  test('of a federal court applies everywhere, whatever region it is filed under', () => {
    const text = parseNeuris(file(judgment(reasons, '<ris:gerichtstyp>BVerwG</ris:gerichtstyp>')), 'MURE999900001')
    expect(text.document.territory).toBe('DE')
  })

  test.each([
    ['a pending proceeding', file(judgment('', '')), /Anhängige Verfahren/],
    ['a page', Buffer.from('<html><body/></html>'), /kein Dokument des Rechtsinformationsportals/],
    ['a file cut off', file(judgment(reasons)).subarray(0, 700), /unvollständig oder fehlerhaft/],
    [
      'a list of literature',
      file('<akn:doc><akn:preface><akn:longTitle>Buch</akn:longTitle></akn:preface></akn:doc>'),
      /Literaturnachweise/,
    ],
    ['an annex alone', file(act('')), /Regelungstext/],
  ])('%s is refused with a reason', (_, bytes, reason) => {
    expect(() => parseNeuris(bytes, 'x')).toThrow(reason)
  })
})

describe('a law of the portal', () => {
  test('has names, a day on which it holds, and a norm for each article with Absätze and Nummern', () => {
    const text = parseNeuris(file(act(article)), 'bund~bgbl-1~2098~77')
    expect(text.document).toMatchObject({
      title: 'Gesetz über Musterkarten',
      shortTitle: 'Musterkartengesetz',
      abbreviation: 'MuKaG',
      enactedOn: '2098-05-01',
      url: expect.stringMatching(/\/norms\/eli\/bund\/bgbl-1\/2098\/77$/),
    })
    expect(text.footnotes).toEqual(['Fußnote'])
    const [norm] = text.norms
    expect(norm?.outline).toEqual([{ label: 'Abschnitt 1', title: 'Allgemeines' }])
    expect(norm?.text).toBe(
      '(1) Eine Karte erhält, wer\n1. sie beantragt und\n2. entweder\na) zahlt oder\nb) befreit ist.\n(2) Sie gilt ein Jahr. Danach endet sie.',
    )
    expect(norm?.units.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'absatz 1',
      'nummer 1',
      'nummer 2',
      'buchstabe a',
      'buchstabe b',
      'absatz 2',
    ])
    expect(norm?.sentences.map(({ paragraph, number }) => `${paragraph}.${number}`)).toEqual(['1.1', '2.1', '2.2'])
  })

  test('holds from the day stated, else from its newest change, else from its promulgation', () => {
    expect(parseNeuris(file(act(article)), 'x').inForceFrom).toBe('2099-03-01')
    expect(parseNeuris(file(act(article, '')), 'x').inForceFrom).toBe('2099-02-01')
    const bare = act(article, '').replaceAll('inkrafttreten', 'ausserkrafttreten')
    expect(parseNeuris(file(bare), 'x').inForceFrom).toBe('2099-01-15')
  })
})

test('a directive has its header, and a norm for each numbered section', () => {
  const text = parseNeuris(
    file(`<akn:doc><akn:meta><akn:proprietary><ris:meta><ris:normgeber staat="DEU" organ="Musteramt"/>
      <ris:entryIntoEffectDate>2099-07-01</ris:entryIntoEffectDate><ris:expiryDate>2105-07-01</ris:expiryDate>
      <ris:documentType category="VV" longTitle="Verwaltungsvorschrift">VV</ris:documentType>
      <ris:dateToQuoteEntry>2099-06-01</ris:dateToQuoteEntry><ris:referenceNumber>Muster - 1</ris:referenceNumber>
      <ris:activeReference reference="MusterG" paragraph="§ 3" position="Abs 2"/></ris:meta></akn:proprietary></akn:meta>
      <akn:preface><akn:longTitle><akn:block>Vorschrift über Karten</akn:block></akn:longTitle></akn:preface>
      <akn:mainBody><akn:div><akn:p>Vorspruch.</akn:p><akn:p>1. Allgemeines</akn:p><akn:p>Karten sind bunt.</akn:p>
      <akn:p>1.1 Farben</akn:p><akn:p>Rot und blau.</akn:p></akn:div></akn:mainBody></akn:doc>`),
    'KSNR999900001',
  )
  expect(text.document).toMatchObject({
    kind: 'decree',
    rank: 'administrative_regulation',
    abbreviation: 'Verwaltungsvorschrift DEU Musteramt vom 01.06.2099 – Muster - 1',
    particulars: {
      issuer: 'DEU Musteramt',
      issuedOn: '2099-06-01',
      validUntil: '2105-07-01',
      norms: ['§ 3 Abs 2 MusterG'],
    },
  })
  expect(text.inForceFrom).toBe('2099-07-01')
  expect(text.norms.map(({ key, heading }) => [key, heading])).toEqual([
    ['Text', null],
    ['Nr. 1', 'Allgemeines'],
    ['Nr. 1.1', 'Farben'],
  ])
})

test('keys and addresses fit each other', () => {
  expect(slugOfEli('eli/bund/bgbl-1/2004/s1950')).toBe('bund~bgbl-1~2004~s1950')
  expect(slugOfEli('bund/bgbl-1')).toBeNull()
  expect(slugOfLdml(file(judgment(reasons)).toString())).toBe('MURE999900001')
  expect(slugOfLdml(file(act(article)).toString())).toBe('bund~bgbl-1~2098~77')
  expect(slugOfLdml('<html/>')).toBeNull()
  expect(neurisUrl('KSNR1')).toMatch(/administrative-directives\/KSNR1$/)
  expect(neurisUrl('MURE1')).toMatch(/case-law\/MURE1$/)
})

describeOnNeuris('samples of the portal', () => {
  const all = readdirSync(neurisDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
  const parsed = (names: string[]) =>
    names.flatMap((name) => {
      try {
        const bytes = readFileSync(`${neurisDir}/${name}`)
        return [parseNeuris(bytes, slugOfLdml(bytes.toString()) ?? 'x')]
      } catch {
        return []
      }
    })

  test('of its regulation texts all but two without articles are read, and none loses its order', () => {
    const names = all.filter((name) => /(?:^|\/)(?:.*_)?regelungstext(?:-verkuendung)?-\d\.xml$/.test(name))
    const laws = parsed(names)
    expect(names.length - laws.length).toBe(2)
    for (const { norms } of laws) {
      expect(norms.length).toBeGreaterThan(0)
      expect(new Set(norms.map(({ key }) => key)).size).toBe(norms.length)
      for (const norm of norms)
        for (const { start, end } of norm.units) expect(end > start && end <= norm.text.length).toBe(true)
    }
  })

  test('of its decisions all with a text are read', () => {
    const names = all.filter((name) => /caselaw\//.test(name))
    const rulings = parsed(names).filter(({ document }) => document.kind === 'ruling')
    expect(rulings.length).toBe(names.filter((name) => !/pending|KORE00000/.test(name)).length)
  })

  test('the law it promulgated in 2025 has its days', () => {
    const [law] = parsed(all.filter((name) => name.startsWith('tulit/')))
    expect(law?.document.id).toBe('neuris:bund~bgbl-1~2025~145')
    expect(law?.norms[0]?.key).toMatch(/^(?:Eingangsformel|§|Art)/)
  })
})
