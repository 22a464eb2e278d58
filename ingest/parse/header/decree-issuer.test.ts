import { describe, expect, test } from 'vitest'
import { recogniseHeader } from '../recognise-header.ts'

/** All authorities' orders here are invented. */
const issuer = (...lines: string[]) => recogniseHeader(lines.map((text) => ({ text }))).particulars.issuer

const title = 'Verordnung über das Führen von Musterbüchern'
const enactedBy = (words: string) =>
  issuer(title, 'Eingangsformel', `Auf Grund des § 3 des Mustergesetzes ${words}`, '§ 1', 'Jedes Buch ist ein Muster.')

describe('The name of who enacts ends where the sentence goes on', () => {
  test.each([
    ['verordnet das Bundesministerium für Muster auch im Einvernehmen mit dem Auswärtigen Amt:'],
    ['verordnet das Bundesministerium für Muster hiermit:'],
    ['verordnet das Bundesministerium für Muster ferner nach Anhörung der Länder:'],
    ['ordnet das Bundesministerium für Muster zugleich für die Länder an:'],
    ['überträgt das Bundesministerium für Muster widerruflich:'],
  ])('%s', (words) => expect(enactedBy(words)).toBe('Bundesministerium für Muster'))

  test('words in small letters that belong to the name stay', () => {
    expect(enactedBy('verordnet das Bundesministerium für wirtschaftliche Zusammenarbeit und digitale Muster:')).toBe(
      'Bundesministerium für wirtschaftliche Zusammenarbeit und digitale Muster',
    )
    expect(enactedBy('verordnet das Ministerium für Ernährung, ländlichen Raum und bäuerliche Muster:')).toBe(
      'Ministerium für Ernährung, ländlichen Raum und bäuerliche Muster',
    )
  })
})

test('of two that enact together both are named, without the article between', () => {
  expect(enactedBy('verordnen das Bundesministerium der Muster und das Bundesministerium der Proben:')).toBe(
    'Bundesministerium der Muster und Bundesministerium der Proben',
  )
})

test('where the one that transfers and the one it transfers to run together, nothing is filled in', () => {
  expect(enactedBy('überträgt die Bundesanstalt für Muster der Außenstelle die Befugnis:')).toBeNull()
})

describe('Who issues an order need not be a ministry', () => {
  test('a commissioner that orders', () => {
    expect(
      issuer(
        'Anordnung zur Übertragung von Musterbefugnissen',
        'Eingangsformel',
        'Nach',
        '–',
        'Artikel 1 Absatz 1 der Anordnung des Bundespräsidenten über Muster vom 3. Juni 2004 (BGBl. I S. 1),',
        'ordnet die Beauftragte der Bundesregierung für Musterwesen und Proben an:',
        '§ 1',
      ),
    ).toBe('Beauftragte der Bundesregierung für Musterwesen und Proben')
  })

  test('a board that signs, where another order is named at the beginning of the text', () => {
    expect(
      issuer(
        'Anordnung über die Ernennung von Musterbeamten im Bereich der Deutschen Musterpost',
        'I.',
        'Auf Grund des Artikels 1 der Anordnung des Bundespräsidenten über Muster vom 1. Juli 1975 übertragen wir das Recht zur Ernennung.',
        'II.',
        'Diese Anordnung tritt am 1. Juni 1990 in Kraft.',
        'Schlußformel',
        'Das Direktorium der Deutschen Musterpost',
      ),
    ).toBe('Direktorium der Deutschen Musterpost')
  })

  test('whoever stands alone below the closing words signs, whatever the office is called', () => {
    expect(
      issuer(
        'Anordnung über Muster',
        'Es wird folgendes angeordnet:',
        '§ 1',
        'Muster sind zu verwahren.',
        'Schlußformel',
        'Der Leiter der Obersten Musterbehörde beim Ministerrat',
      ),
    ).toBe('Leiter der Obersten Musterbehörde beim Ministerrat')
  })

  test('a sentence below the closing words signs nothing', () => {
    expect(
      issuer(
        'Anordnung über Muster',
        '§ 1',
        'Muster sind zu verwahren.',
        'Schlussformel',
        'Der Bundesrat hat zugestimmt.',
      ),
    ).toBeNull()
  })
})

describe('A notice that is signed without article or closing words', () => {
  const notice = [
    'Bekanntmachung nach § 3 des Mustergesetzes',
    'Es wird bekannt gegeben:',
    'Eins gilt.',
    'Zwei gilt.',
    'Drei gilt.',
    'Das Muster gilt.',
  ]

  test('the authority in the last line is who issued it', () => {
    expect(issuer(...notice, 'Bundesministerium der Muster')).toBe('Bundesministerium der Muster')
  })

  test('the last line of a list of addressees is not', () => {
    expect(issuer(...notice, 'Verteiler', 'Musterkammer', 'Bundesministerium der Muster')).toBeNull()
  })
})

test('who signs makes known what another has decided, which issues it itself where nobody signs', () => {
  const decided = 'Gemäß § 2 des Mustergesetzes hat die Bundesregierung beschlossen, eine Mustermünze prägen zu lassen.'
  const heading = 'Bekanntmachung über die Ausprägung einer Mustermünze'
  expect(issuer(heading, decided, 'Schlussformel', 'Der Bundesminister der Muster')).toBe('Bundesminister der Muster')
  expect(issuer(heading, decided, 'Die Münze ist rund.')).toBe('Bundesregierung')
})
