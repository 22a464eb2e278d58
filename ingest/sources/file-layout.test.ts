import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import { isLitter, isSlug, placeFile } from './file-layout.ts'

const asOf = toDay('2025-04-02')

describe('where a file lies says which law of which day it is', () => {
  it.each([
    ['gii/muster_2004/2024-01-31.xml', { kind: 'law', slug: 'muster_2004', day: '2024-01-31' }],
    ['./muster/2024-01-31.xml', { kind: 'law', slug: 'muster', day: '2024-01-31' }],
    ['muster.xml', { kind: 'law', slug: 'muster', day: '2025-04-02' }],
    ['./alle/muster-dv.xml', { kind: 'law', slug: 'muster-dv', day: '2025-04-02' }],
    ['_nderungsv.xml', { kind: 'law', slug: '_nderungsv', day: '2025-04-02' }],
  ])('%s', (path, place) => {
    expect(placeFile(path, asOf)).toEqual(place)
  })

  it('a flat file without a day given is undated', () => {
    expect(placeFile('muster.xml', null)).toEqual({ kind: 'undated', slug: 'muster' })
  })

  it.each([
    ['../muster/2024-01-31.xml', 'aus dem Archiv hinaus'],
    ['a/../../muster.xml', 'aus dem Archiv hinaus'],
    ['/etc/muster.xml', 'absolut'],
    ['C:/muster.xml', 'absolut'],
    ['muster\\2024-01-31.xml', 'absolut'],
    ['2024-01-31.xml', 'Ordner darüber'],
    ['Mein Ordner/2024-01-31.xml', 'Ordner darüber'],
    ['Muster.xml', 'kein Kürzel'],
    ['muster/bild.jpg', 'Keine XML-Datei'],
    ['', 'Keine XML-Datei'],
  ])('%s is passed over with a reason', (path, reason) => {
    const place = placeFile(path, asOf)
    expect(place).toMatchObject({ kind: 'other', reason: expect.stringContaining(reason) as string })
  })

  it('litter of operating systems is passed over in silence, laws are not', () => {
    expect(['a/.DS_Store', '__MACOSX/a.xml', '._a.xml', 'x/Thumbs.db'].map(isLitter)).toEqual([true, true, true, true])
    expect(isLitter('muster/2024-01-31.xml')).toBe(false)
  })

  test('whatever the path, a key that comes out is safe to put into an address', () => {
    const rule = fc.property(
      fc.string({ unit: fc.constantFrom('a', '_', '.', '/', '-', '2', '\\', 'Ä', ' ') }),
      (path) => {
        const place = placeFile(`${path}.xml`, asOf)
        if (place.kind !== 'law') return true
        return isSlug(place.slug) && !place.slug.includes('/') && !place.slug.includes('..')
      },
    )
    expect(fc.check(rule).failed).toBe(false)
  })
})
