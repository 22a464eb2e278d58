import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDay } from '../law/day.ts'
import { resolveLaw } from '../law/references/resolve-law.ts'
import { territoriesOver } from '../law/territory.ts'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { findDocumentHistory, listLawNames } from './find-documents.ts'
import { findNorm, findNormPeriods } from './find-norm.ts'
import { findByText, loadPassages } from './find-passages.ts'
import { reinstateDocument, withdrawDocument } from './withdraw-document.ts'

const dated: [string, Record<string, string>][] = [
  ['2022-01-01', { '§ 1': 'Die Frist beträgt zwölf Monate.', '§ 2': 'Die Gebühr beträgt zehn Taler.' }],
  ['2022-06-01', { '§ 1': 'Die Frist beträgt achtzehn Monate.', '§ 2': 'Die Gebühr beträgt zehn Taler.' }],
  ['2023-01-01', { '§ 1': 'Die Frist beträgt zwölf Monate.', '§ 3': 'Musterkarten gelten landesweit.' }],
  ['2024-01-01', { '§ 1': '', '§ 3': 'Musterkarten gelten landesweit.' }],
]

function scopeOf(asOf: string) {
  return { asOf: toDay(asOf), territory: 'DE-NW', kinds: null }
}

await onBothDatabases('the history of a law', (database) => {
  const feed = async (slug: string, order: number[]) => {
    for (const place of order) {
      const [day, norms] = dated[place] as (typeof dated)[number]
      await storeStatute(database(), buildStatute(slug, norms), toDay(day))
    }
  }
  const periods = async (slug: string, norm: string) =>
    (await findNormPeriods(database(), `gii:${slug}`, norm))?.map(({ validFrom, validTo, text }) => [
      validFrom,
      validTo,
      text,
    ])

  test('is the same whatever the order the dated texts are fed in', async () => {
    await feed('geordnet', [0, 1, 2, 3])
    const expected = await Promise.all(['§ 1', '§ 2', '§ 3'].map((norm) => periods('geordnet', norm)))
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
        runs += 1
        const slug = `gemischt${runs}`
        await feed(slug, order)
        expect(await Promise.all(['§ 1', '§ 2', '§ 3'].map((norm) => periods(slug, norm)))).toEqual(expected)
      }),
      { numRuns: 12 },
    )
  })

  test('gives each text its days, and the same text twice where it came back', async () => {
    await feed('muster', [2, 0, 3, 1])
    expect(await periods('muster', '§ 1')).toEqual([
      ['2022-01-01', '2022-06-01', 'Die Frist beträgt zwölf Monate.'],
      ['2022-06-01', '2023-01-01', 'Die Frist beträgt achtzehn Monate.'],
      ['2023-01-01', '2024-01-01', 'Die Frist beträgt zwölf Monate.'],
      ['2024-01-01', null, ''],
    ])
    expect(
      (await findDocumentHistory(database(), 'gii:muster'))?.versions.map((version) => version.changedNorms),
    ).toEqual([2, 1, 2, 1])
  })

  test('changes nothing when a text is fed twice', async () => {
    const state = () =>
      database().query(
        `select (select jsonb_agg(to_jsonb(t) order by t.id) from versions t where document_id = 'gii:muster') as versions,
                (select jsonb_agg(to_jsonb(t) order by t.id) from passages t where document_id = 'gii:muster') as passages,
                (select jsonb_agg(to_jsonb(t) order by t.day) from observations t where document_id = 'gii:muster') as observations`,
      )
    const before = await state()
    await feed('muster', [3, 1, 0, 2])
    expect(await state()).toEqual(before)
  })

  test('tells a norm that does not exist yet from one that no longer does and one that never did', async () => {
    const day = (text: string) => findNorm(database(), 'gii:muster', '§ 3', toDay(text))
    expect(await day('2022-07-01')).toEqual({ found: false, reason: 'not_yet', from: '2023-01-01', until: null })
    expect(await findNorm(database(), 'gii:muster', '§ 2', toDay('2023-07-01'))).toEqual({
      found: false,
      reason: 'no_longer',
      from: '2022-01-01',
      until: '2023-01-01',
    })
    expect(await findNorm(database(), 'gii:muster', '§ 99', toDay('2023-07-01'))).toEqual({
      found: false,
      reason: 'unknown_norm',
    })
    expect(await findNorm(database(), 'gii:nie', '§ 1', toDay('2023-07-01'))).toEqual({
      found: false,
      reason: 'unknown_document',
    })
  })

  test('tells when a norm that is away for a while ended, and that one which goes on has no end', async () => {
    const texts = [{}, { '§ 2': 'Alt.' }, {}, { '§ 2': 'Neu.' }, { '§ 2': 'Neuer.' }]
    const days = ['2022-01-01', '2022-06-01', '2023-01-01', '2023-06-01', '2024-01-01']
    for (const [place, text] of texts.entries())
      await storeStatute(database(), buildStatute('luecke', { '§ 1': 'Eins.', ...text }), toDay(days[place] as string))
    const day = (text: string) => findNorm(database(), 'gii:luecke', '§ 2', toDay(text))
    const from = '2022-06-01'
    expect(await day('2022-03-01')).toEqual({ found: false, reason: 'not_yet', from, until: null })
    expect(await day('2023-03-01')).toEqual({ found: false, reason: 'no_longer', from, until: '2023-01-01' })
    expect(await day('2023-06-01')).toMatchObject({ found: true, norm: { text: 'Neu.' } })
  })

  test('answers a day before the oldest text from the oldest, marked as assumed, naming the day it begins', async () => {
    const found = await findNorm(database(), 'gii:muster', '§ 1', toDay('2019-01-01'))
    expect(found).toMatchObject({
      found: true,
      norm: { validBasis: 'assumed', validFrom: '2022-01-01', text: 'Die Frist beträgt zwölf Monate.' },
    })
  })

  test('does not assume a text for a day before the law was made', async () => {
    const text = buildStatute('jung', { '§ 1': 'Neues Recht.' })
    text.document.enactedOn = toDay('2021-05-05')
    await storeStatute(database(), text, toDay('2022-01-01'))
    expect(await findNorm(database(), 'gii:jung', '§ 1', toDay('2021-05-04'))).toMatchObject({
      found: false,
      reason: 'not_yet',
    })
    expect(await findNorm(database(), 'gii:jung', '§ 1', toDay('2021-05-05'))).toMatchObject({
      found: true,
      norm: { validBasis: 'assumed' },
    })
  })

  test('stores a passage once however many versions hold it', async () => {
    const [row] = await database().query<{ count: number }>(
      `select count(*)::int as count from passages where document_id = 'gii:muster' and text = 'Musterkarten gelten landesweit.'`,
    )
    expect(row?.count).toBe(1)
  })
})

await onBothDatabases('searching', (database) => {
  const search = async (words: string, asOf = '2023-07-01', territory = 'DE-NW') => {
    const found = await findByText(database(), { words, meanings: '' }, { ...scopeOf(asOf), territory }, 10)
    const passages = await loadPassages(
      database(),
      found.map((hit) => hit.rowId),
      toDay(asOf),
    )
    return found.map((hit) => passages.get(hit.rowId)?.text)
  }

  test('finds German words in any inflection and spelling, joined by OR', async () => {
    await storeStatute(
      database(),
      buildStatute('suche', { '§ 1': 'Ausländer erhalten eine Musterkarte.', '§ 2': 'Gebühren sind zu entrichten.' }),
      toDay('2023-01-01'),
    )
    expect(await search('Auslaendern Unsinnswort')).toEqual(['Ausländer erhalten eine Musterkarte.'])
    expect(await search('GEBÜHR')).toEqual(['Gebühren sind zu entrichten.'])
  })

  test('finds a mistyped word, and none where nothing is like it', async () => {
    expect(await search('Auslender')).toEqual(['Ausländer erhalten eine Musterkarte.'])
    expect(await search('Musterkate')).toEqual(['Ausländer erhalten eine Musterkarte.'])
    expect(await search('Zylinderkopf')).toEqual([])
  })

  test('never returns a passage of another day', async () => {
    await storeStatute(
      database(),
      buildStatute('suche', { '§ 1': 'Fremde erhalten eine Musterkarte.' }),
      toDay('2024-01-01'),
    )
    expect(await search('Musterkarte', '2023-12-31')).toEqual(['Ausländer erhalten eine Musterkarte.'])
    expect(await search('Musterkarte', '2024-01-01')).toEqual(['Fremde erhalten eine Musterkarte.'])
  })

  test('never returns a document of another territory', async () => {
    const local = buildStatute('oertlich', { '§ 1': 'Hafenrecht.' })
    local.document.territory = 'DE-HH'
    await storeStatute(database(), local, toDay('2023-01-01'))
    expect(await search('Hafenrecht', '2023-07-01', 'DE-NW')).toEqual([])
    expect(await search('Hafenrecht', '2023-07-01', 'DE-HH')).toEqual(['Hafenrecht.'])
  })

  test('of a district or a municipality finds the law of all territories around it, and no other', async () => {
    const codes = ['DE', 'DE-NW', 'DE-NW-05162', 'DE-NW-05162024', 'DE-NW-05162028', 'DE-NW-05111', 'DE-NW-05111000']
    codes.push('DE-HE', 'DE-HE-06412', 'DE-HE-06412000')
    for (const [place, code] of codes.entries()) {
      const local = buildStatute(`ort${place}`, { '§ 1': `Marktrecht ${code}.` })
      local.document.territory = code
      await storeStatute(database(), local, toDay('2023-01-01'))
    }
    for (const asked of codes) {
      const expected = codes.filter((code) => territoriesOver(asked).includes(code))
      const found = await search('Marktrecht', '2023-07-01', asked)
      expect(found.toSorted(), asked).toEqual(expected.map((code) => `Marktrecht ${code}.`).toSorted())
    }
    expect(await search('Marktrecht', '2023-07-01', 'DE-NW-05162024')).toHaveLength(4)
  })

  test('forgets a withdrawn document at once, and its history stays', async () => {
    expect(await withdrawDocument(database(), 'gii:suche')).toBe(true)
    expect(await search('Musterkarte', '2024-01-01')).toEqual([])
    expect(await findNorm(database(), 'gii:suche', '§ 1', toDay('2024-01-01'))).toEqual({
      found: false,
      reason: 'unknown_document',
    })
    expect(await reinstateDocument(database(), 'gii:suche')).toBe(true)
    expect(await search('Musterkarte', '2024-01-01')).toEqual(['Fremde erhalten eine Musterkarte.'])
  })
})

await onBothDatabases('of two laws with one abbreviation', (database) => {
  const meant = async (day: string) => resolveLaw('MusterG', await listLawNames(database(), toDay(day)))?.documentId

  test('the one in force on the day asked is meant', async () => {
    for (const [slug, enactedOn] of [
      ['alt', '2008-11-13'],
      ['neu', '2024-02-01'],
      ['undatiert', null],
    ] as const) {
      const text = buildStatute(slug, { '§ 1': `Recht von ${slug}.` })
      text.document.enactedOn = enactedOn && toDay(enactedOn)
      await storeStatute(database(), text, toDay('2024-06-01'))
    }
    expect(await meant('2025-03-05')).toBe('gii:neu')
    expect(await meant('2024-02-01')).toBe('gii:neu')
    expect(await meant('2024-01-31')).toBe('gii:alt')
  })

  test('one made later is still known by its name where it has it alone', async () => {
    const text = buildStatute('spaet', { '§ 1': 'Spätes Recht.' }, 'SpätMusterG')
    text.document.enactedOn = toDay('2024-02-01')
    await storeStatute(database(), text, toDay('2024-06-01'))
    expect(resolveLaw('SpätMusterG', await listLawNames(database(), toDay('2020-01-01')))?.documentId).toBe('gii:spaet')
  })
})

await onBothDatabases('the invented demonstration collection', (database) => {
  test('leads to our own text in the version cited, real law to the publisher', async () => {
    const text = buildStatute('verweis', { '§ 1': 'Erfundene Fundstelle.' })
    text.document.url = '/v1/documents/gii:verweis/norms/'
    await storeStatute(database(), text, toDay('2023-01-01'))
    const [found] = await findByText(database(), { words: 'Fundstelle', meanings: '' }, scopeOf('2023-07-01'), 1)
    const passages = await loadPassages(database(), [found?.rowId ?? 0], toDay('2023-07-01'))
    const own = { url: '/v1/documents/gii:verweis/norms/§ 1?asOf=2023-01-01', urlShows: 'this_version' }
    expect([...passages.values()]).toMatchObject([own])
    expect(await findNorm(database(), 'gii:verweis', '§ 1', toDay('2023-07-01'))).toMatchObject({ norm: own })
  })

  test('stops answering in the moment real law is there, and does not come back beside it', async () => {
    const find = (slug: string) => findNorm(database(), `gii:${slug}`, '§ 1', toDay('2023-07-01'))
    await storeStatute(database(), buildStatute('erfunden', { '§ 1': 'Erfundenes.' }), toDay('2023-01-01'))
    expect(await find('erfunden')).toMatchObject({ found: true })
    const real = buildStatute('echt', { '§ 1': 'Echtes.' })
    real.document.invented = false
    await storeStatute(database(), real, toDay('2023-01-01'))
    const publishers = { url: 'https://example.invalid/echt/§ 1', urlShows: 'current_version' }
    expect(await find('echt')).toMatchObject({ found: true, norm: publishers })
    expect(await find('erfunden')).toEqual({ found: false, reason: 'unknown_document' })
    await storeStatute(database(), buildStatute('erfunden', { '§ 1': 'Anders Erfundenes.' }), toDay('2023-06-01'))
    expect(await find('erfunden')).toEqual({ found: false, reason: 'unknown_document' })
  })
})

describe('a day', () => {
  test('that does not exist is refused', () => {
    expect(() => toDay('2024-02-30')).toThrow('2024-02-30')
  })
})
