import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutChunks } from './cut-chunks.ts'

const items = fc.array(fc.record({ slug: fc.constantFrom('a', 'b', 'c', 'd', 'e') }), { maxLength: 60 })

test('pieces hold every item once, in order, and none is empty', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 9 }), (all, size) => {
      const chunks = cutChunks(all, size)
      expect(chunks.flat()).toEqual(all)
      expect(chunks.every((chunk) => chunk.length > 0)).toBe(true)
    }),
  )
})

test('the texts of one document, which lie together, are never in two pieces', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 9 }), (all, size) => {
      const sorted = all.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
      const places = cutChunks(sorted, size).flatMap((chunk, at) => [
        ...new Set(chunk.map(({ slug }) => `${slug} ${at}`)),
      ])
      expect(new Set(places.map((place) => place.split(' ')[0])).size).toBe(places.length)
    }),
  )
})
