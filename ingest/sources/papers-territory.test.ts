import { expect, test } from 'vitest'
import { papersTerritory } from './papers-territory.ts'
import type { PublisherSettings } from './source-settings.ts'

const settings = {
  territory: 'DE-NW-05515',
  territories: { '/srv/erlasse': 'DE-NW', '/srv/erlasse/bund/': 'DE' },
} as unknown as PublisherSettings

test('papers hold where the innermost folder says, else where the source says, else where the office is', () => {
  expect(papersTerritory(undefined, '/srv/erlasse', 'DE-BY')).toBe('DE-BY')
  expect(papersTerritory(settings, '/srv/anderes', 'DE-BY')).toBe('DE-NW-05515')
  expect(papersTerritory(settings, '/srv/erlasse', 'DE-BY')).toBe('DE-NW')
  expect(papersTerritory(settings, '/srv/erlasse/2024/a.pdf', 'DE-BY')).toBe('DE-NW')
  expect(papersTerritory(settings, '/srv/erlasse/bund', 'DE-BY')).toBe('DE')
  expect(papersTerritory(settings, '/srv/erlasse-alt', 'DE-BY')).toBe('DE-NW-05515')
})
