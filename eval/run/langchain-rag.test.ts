import { expect, test } from 'vitest'
import { hashedEmbedding } from '../../tests/hashed-embedding.ts'
import { normsOfChunks, openLangChainRag } from './langchain-rag.ts'
import { joinLawTexts, normsWithin } from './law-text.ts'

const norms = [
  { documentId: 'gii:erfunden', norm: '§ 1', heading: 'Bienen', text: 'Bienen dürfen summen.' },
  { documentId: 'gii:erfunden', norm: '§ 2', heading: null, text: 'Hummeln brummen. '.repeat(100).trim() },
  { documentId: 'gii:anderes', norm: '§ 1', heading: null, text: 'Wespen zahlen eine Gebühr.' },
]

test('a law is read as one text in which every norm keeps its place', () => {
  const [law, other] = joinLawTexts(norms)
  expect(law?.norms.map(({ start, end }) => law.text.slice(start, end).slice(0, 12))).toEqual([
    '§ 1 Bienen\nB',
    '§ 2\nHummeln ',
  ])
  expect(other?.norms).toMatchObject([{ name: 'anderes § 1', start: 0, end: other?.text.length }])
})

test('a stretch counts as every norm it overlaps, in order, and as none it only touches', () => {
  const [law] = joinLawTexts(norms)
  const [first, second] = law?.norms ?? []
  if (!law || !first || !second) throw new Error('two norms were joined')
  expect(normsWithin(law, first.end - 1, second.start + 1).map(({ name }) => name)).toEqual([
    'erfunden § 1',
    'erfunden § 2',
  ])
  expect(normsWithin(law, first.end, second.start)).toEqual([])
})

test('a plain RAG finds the norms of the nearest chunk, those it was cut together with included', async () => {
  const findChunks = await openLangChainRag(joinLawTexts(norms), hashedEmbedding())
  const rank = async (question: string) => normsOfChunks(await findChunks(question))
  expect((await rank('Welche Gebühr zahlen Wespen?'))[0]).toBe('anderes § 1')
  expect((await rank('Bienen summen'))[0]).toBe('erfunden § 1')
  expect(await rank('Bienen')).toEqual(expect.arrayContaining(['erfunden § 1', 'erfunden § 2', 'anderes § 1']))
})
