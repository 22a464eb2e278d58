import { expect, test } from 'vitest'
import { toDay } from './day.ts'
import { standLine } from './source-stand.ts'

test('says of each source how new its texts are and when that was last looked at', () => {
  const gii = { publisher: 'gii', name: 'Gesetze im Internet', invented: false, freshest: toDay('2025-03-01') }
  const office = { publisher: 'office', name: 'Eigene Unterlagen', invented: false, checkedAt: null, freshest: null }
  expect(standLine([{ ...gii, checkedAt: '2025-03-05T04:00:00Z' }, office])).toBe(
    'Gesetze im Internet: Texte bis 01.03.2025, geprüft am 05.03.2025; Eigene Unterlagen: nicht laufend abgeglichen',
  )
})

test('says nothing where nothing is known, as of records from before', () => {
  expect(standLine(undefined)).toBe('')
  expect(standLine([])).toBe('')
})
