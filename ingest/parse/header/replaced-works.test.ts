import { describe, expect, test } from 'vitest'
import { recogniseHeader } from '../recognise-header.ts'

/** All orders and regulations here are invented. */
const read = (clause: string) =>
  recogniseHeader(
    [
      'Verordnung über Musterbücher',
      'Auf Grund des § 3 des Mustergesetzes verordnet das Bundesministerium der Muster:',
      '§ 1',
      'Jedes Buch ist ein Muster.',
      '§ 2',
      ...clause.split('\n'),
    ].map((text) => ({ text })),
  )
const replaced = (clause: string) => read(clause).particulars.relations.map(({ text, issuedOn }) => [text, issuedOn])
const suggested = (clause: string) => read(clause).suggested.relations?.map(({ issuedOn }) => issuedOn)

describe('A work that ends only in part, or only under a condition, is suggested and not filled in', () => {
  test.each([
    'Gleichzeitig tritt die Musteranordnung vom 7. August 2000 (BGBl. I S. 1) insoweit außer Kraft.',
    'Gleichzeitig tritt insoweit die Musteranordnung vom 7. August 2000 (BGBl. I S. 1) außer Kraft.',
    'Gleichzeitig tritt die Musteranordnung vom 7. August 2000 teilweise außer Kraft.',
    'Gleichzeitig tritt die Musteranordnung vom 7. August 2000 mit Ausnahme des § 4 außer Kraft.',
    'Gleichzeitig tritt die Musteranordnung vom 7. August 2000, soweit sie Hefte betrifft, außer Kraft.',
    'Die Musteranordnung vom 7. August 2000 tritt außer Kraft, sobald der Rat zustimmt.',
    'Gleichzeitig treten die Musteranordnung vom 7. August 2000, soweit sie Hefte betrifft, und die §§ 1 und 2 des Mustererlasses außer Kraft.',
    'Die Musteranordnung vom 7. August 2000 wird insoweit aufgehoben.',
    'Die Musteranordnung vom 7. August 2000 wird aufgehoben, soweit sie Hefte betrifft.',
    'Die Musteranordnung vom 7. August 2000 wird mit Ausnahme des § 4 aufgehoben.',
  ])('%s', (clause) => {
    expect(replaced(clause)).toEqual([])
    expect(suggested(clause) ?? ['2000-08-07']).toEqual(['2000-08-07'])
  })

  test.each([
    'Die §§ 3 und 4 der Musteranordnung vom 7. August 2000 werden aufgehoben.',
    'In der Musteranordnung vom 7. August 2000 wird § 3 aufgehoben.',
    'In der Musteranordnung vom 7. August 2000 werden die Wörter „und Hefte“ aufgehoben.',
    'Nummer 3 der Musteranordnung vom 7. August 2000 tritt außer Kraft.',
    'Gleichzeitig tritt § 3 der Musteranordnung vom 7. August 2000 außer Kraft.',
    'Gleichzeitig treten die §§ 3 und 4 der Musteranordnung vom 7. August 2000 außer Kraft.',
    'Gleichzeitig tritt der Zweite Abschnitt der Musteranordnung vom 7. August 2000 außer Kraft.',
    'Gleichzeitig tritt die Anlage 2 der Musteranordnung vom 7. August 2000 außer Kraft.',
    'Die Musteranordnung vom 7. August 2000 ist durch die Verordnung vom 3. Mai 2001 aufgehoben worden.',
    'Die Musteranordnung, die durch die Verordnung vom 3. Mai 2001 aufgehoben worden ist, bleibt unberührt.',
    'Für Verfahren, die am Tag liefen, an dem die Musteranordnung vom 7. August 2000 außer Kraft getreten ist, gilt § 1.',
    'Wird die Musteranordnung vom 7. August 2000 aufgehoben, so gilt § 1.',
    'Die Musteranordnung vom 7. August 2000 wird nicht aufgehoben.',
    'Das Protokoll zur Musterverordnung vom 7. August 2000 ist für Musterland am 1. November 2001 außer Kraft getreten.',
  ])('a single provision or a work that ended elsewhere is not filled in: %s', (clause) => {
    expect(replaced(clause)).toEqual([])
  })
})

test('an item of a list that ends only so far is left out, the others stay', () => {
  expect(
    replaced(
      'Es treten außer Kraft:\n1.\nder Mustererlass vom 3. Mai 2010,\n2.\nder Hefterlass vom 5. Juli 2012, soweit er Bücher betrifft.',
    ),
  ).toEqual([['Mustererlass', '2010-05-03']])
})

describe('The name and the day of a replaced work', () => {
  test('a day inside the name is that of the act it carries out', () => {
    expect(
      replaced(
        'Die Verordnung zur Durchführung der Richtlinie des Rates vom 20. Juni 1991 über Musterhefte zwischen der Gemeinschaft und dem Musterland (91/1/EWG) vom 12. Juli 1993 (BGBl. I S. 1) wird aufgehoben.',
      ),
    ).toEqual([
      [
        'Verordnung zur Durchführung der Richtlinie des Rates vom 20. Juni 1991 über Musterhefte zwischen der Gemeinschaft und dem Musterland',
        '1993-07-12',
      ],
    ])
  })

  test('a name may say itself what it leaves out', () => {
    expect(
      replaced('Die Verordnung über Musterhefte mit Ausnahme der Schulhefte vom 12. Juli 1993 wird aufgehoben.'),
    ).toEqual([['Verordnung über Musterhefte mit Ausnahme der Schulhefte', '1993-07-12']])
  })

  test('names joined by hyphens, each with who changed it', () => {
    expect(
      replaced(
        'Die Muster-Verordnung Heftwesen vom 8. März 1999 (BGBl. I S. 3), zuletzt geändert durch die Verordnung vom 20. Dezember 2001 (BGBl. I S. 4), und die Muster-Verordnung-Bücher vom 22. Februar 1999 (BGBl. I S. 5), zuletzt geändert durch die Verordnung vom 18. April 2001 (BGBl. I S. 6), werden aufgehoben. Sie sind weiter anzuwenden.',
      ),
    ).toEqual([
      ['Muster-Verordnung Heftwesen', '1999-03-08'],
      ['Muster-Verordnung-Bücher', '1999-02-22'],
    ])
  })

  test('a bracket that is never closed takes no later work away', () => {
    expect(
      replaced(
        'Gleichzeitig treten die Erste Musterverordnung (Hefte – (1. MusterV) vom 15. Juli 1970 (BAnz. Nr. 1 vom 22. Juli 1970 [Beilage 2/70], zuletzt geändert durch Artikel 5 der Verordnung vom 31. Oktober 2006 (BGBl. I S. 7), und die Fünfte Musterverordnung (Bücher – 5. MusterV) vom 12. Juli 2007 (BAnz. S. 8) außer Kraft.',
      ).map(([, day]) => day),
    ).toEqual(['1970-07-15', '2007-07-12'])
  })

  test('a work before another in one sentence keeps its own day', () => {
    expect(
      replaced(
        'Gleichzeitig treten die Verordnung vom 9. Dezember 1965 über Musterhefte und die Verordnung vom 3. Mai 1970 über Musterbücher außer Kraft.',
      ),
    ).toEqual([
      ['Verordnung über Musterhefte', '1965-12-09'],
      ['Verordnung über Musterbücher', '1970-05-03'],
    ])
  })
})

describe('An act of the Union', () => {
  const act = (...lines: string[]) =>
    recogniseHeader(lines.map((text) => ({ text }))).particulars.relations.map(({ text }) => text)
  const head = 'Regulation (EU) 2031/1 of the European Parliament and of the Council of 1 May 2031'

  test('does not repeal what a footnote says another act repeals', () => {
    expect(
      act(
        `${head} on samples`,
        'Article 1',
        '(*1) Regulation (EU) 2031/2 of the European Parliament and of the Council on books and repealing Regulation (EU) No 31/2013 (OJ L 1).',
      ),
    ).toEqual([])
  })

  test('repeals what its title or an article says', () => {
    expect(act(`${head} on samples and repealing Regulation (EU) No 31/2013`, 'Article 1')).toEqual([
      'Regulation (EU) No 31/2013',
    ])
    expect(act(`${head} on samples`, 'Article 9', 'Regulation (EU) No 31/2013 is repealed.')).toEqual([
      'Regulation (EU) No 31/2013',
    ])
  })
})
