import { expect, test } from 'vitest'
import { giiBaseUrl, lawUrl, normUrl } from './gii-links.ts'
import { lawNames } from './law-names.ts'
import { statuteRank } from './statute-rank.ts'

const nothing = { amtabk: null, shortTitle: null, title: 'Erfundener Titel', slug: 'muster' }

test.each([
  ['the official abbreviation', { jurabks: ['MusterG 2004'], amtabk: 'MusterG' }, 'MusterG'],
  ['the publisher’s without its year', { jurabks: ['MusterV 2010'] }, 'MusterV'],
  [
    'the publisher’s with its year, if the title has it',
    { jurabks: ['MusterV 2010'], title: 'Musterverordnung 2010' },
    'MusterV 2010',
  ],
  ['a full day stays: it tells notices apart', { jurabks: ['MusterBek 2010-01-02'] }, 'MusterBek 2010-01-02'],
  ['books of the code in Roman numbers', { jurabks: ['SGB 12'] }, 'SGB XII'],
  [
    'introductory acts as they are cited',
    { jurabks: ['BGBEG'], title: 'Einführungsgesetz zum Bürgerlichen Gesetzbuche' },
    'EGBGB',
  ],
])('a law is cited by %s', (_, published, abbreviation) => {
  expect(lawNames({ ...nothing, ...published }).abbreviation).toBe(abbreviation)
})

test.each([
  [{ jurabks: ['SGB 2'] }, ['SGB II', 'SGB 2', 'Zweites Buch Sozialgesetzbuch', 'Zweiten Buches Sozialgesetzbuch']],
  [{ jurabks: ['BGB'], title: 'Bürgerliches Gesetzbuch' }, ['Bürgerlichen Gesetzbuchs', 'Bürgerlichen Gesetzbuches']],
  [{ jurabks: ['GG'], title: 'Grundgesetz für Musterland' }, ['GG', 'Grundgesetz', 'Grundgesetzes']],
  [{ jurabks: ['XG 1992'], amtabk: 'YG', shortTitle: 'Y-Gesetz' }, ['XG', 'XG 1992', 'YG', 'Y-Gesetz', 'Y-Gesetzes']],
  [{ jurabks: ['MPO'], title: 'Musterprozeßordnung' }, ['Musterprozeßordnung', 'Musterprozessordnung']],
  [
    { jurabks: ['F'], slug: 'freiz_gg_eu_2004', shortTitle: 'Freizügigkeitsgesetz/EU' },
    ['Freizügigkeitsgesetzes/EU', 'FreizügG'],
  ],
])('%o is known by all names it is cited by', (published, names) => {
  expect(lawNames({ ...nothing, ...published }).names).toEqual(expect.arrayContaining(names))
})

test.each([
  ['GG', 'Grundgesetz für Musterland', '', 'constitution'],
  ['MusterG', 'Gesetz über die Verordnung von Mustern', '', 'statute'],
  ['MusterV', 'Erste Verordnung zur Durchführung des Mustergesetzes', '', 'ordinance'],
  ['MusterBek', 'Bekanntmachung nach § 1 der Musterverordnung', '', 'notice'],
  ['MPO', 'Musterprozessordnung', 'Der Bundestag hat das folgende Gesetz beschlossen:', 'statute'],
  ['MVO', 'Musterschutzordnung', 'Auf Grund des § 1 verordnet das Ministerium:', 'ordinance'],
  ['MWO', 'Musterwahlordnung', '', 'ordinance'],
  ['MVwV', 'Allgemeine Verwaltungsvorschrift zum Mustergesetz', '', 'administrative_regulation'],
  ['MAnO', 'Anordnung über Muster', '', 'decree'],
  ['MÜbk', 'Übereinkommen über Muster', '', 'statute'],
])('%s has its rank by its title: %s', (abbreviation, title, origin, rank) => {
  expect(statuteRank(abbreviation, null, title, origin)).toBe(rank)
})

test.each([
  ['§ 18g', '__18g.html'],
  ['Art 16a', 'art_16a.html'],
  ['Anlage', 'anlage.html'],
  ['Anlage 1', 'anlage_1.html'],
  ['Anlage D1', 'anlage_d1.html'],
  ['Anhang EV', ''],
  ['Präambel', 'pr_ambel.html'],
  ['§§ 5 bis 8', ''],
  ['§ 1.01', ''],
  [null, ''],
])('%s is shown on its own page, or where that is not certain on the page of the law', (norm, page) => {
  expect(normUrl('muster', norm, 'https://example.invalid')).toBe(`https://example.invalid/muster/${page}`)
})

test('invented law leads to our own stored text, never to the publisher', () => {
  expect(normUrl('demo_muster', '§ 2a')).toBe('/v1/documents/gii:demo_muster/norms/%C2%A7%202a')
  expect(normUrl('demo_muster', null)).toBe('/v1/documents/gii:demo_muster')
  expect(lawUrl('demo_muster')).toBe('/v1/documents/gii:demo_muster')
})

test('norms are shown by the official publisher, over HTTPS', () => {
  expect(normUrl('aufenthg_2004', '§ 18g')).toBe(`${giiBaseUrl}/aufenthg_2004/__18g.html`)
  expect(new URL(giiBaseUrl).protocol).toBe('https:')
})
