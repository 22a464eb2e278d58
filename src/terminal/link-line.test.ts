import { expect, test } from 'vitest'
import { buildPassage } from '../../tests/build-passage.ts'
import { linkLine } from './link-line.ts'

const passage = buildPassage({ norm: '§ 4', sentences: ['Die Gastkarte gilt drei Monate.'], validFrom: '2025-03-01' })

test('the official page is named, and that it shows the text of today', () => {
  expect(linkLine(passage)).toBe('https://gesetze.example/musterg/__4.html (heutige Fassung)')
  expect(linkLine({ ...passage, urlShows: 'this_version' })).toBe('https://gesetze.example/musterg/__4.html')
})

test('invented law has no official page: the command that shows this version stands in its place', () => {
  const url = '/v1/documents/gii:demo_muster/norms/%C2%A7%204?asOf=2025-03-01'
  expect(linkLine({ ...passage, url, urlShows: 'this_version' })).toBe(
    'Dieser Text: fundstelle norm "§ 4 MusterG" --as-of 2025-03-01',
  )
})
