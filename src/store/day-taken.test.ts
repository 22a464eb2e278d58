import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { findNorm } from './find-norm.ts'
import { DayTakenError } from './publish-version.ts'

await onBothDatabases('two different texts of one law on one day', (database) => {
  test('are not guessed between: the second is refused, the first goes on answering', async () => {
    const day = toDay('2024-01-01')
    await storeStatute(database(), buildStatute('doppelt', { '§ 1': 'Zuerst gesehen.' }), day)
    await expect(storeStatute(database(), buildStatute('doppelt', { '§ 1': 'Danach gesehen.' }), day)).rejects.toThrow(
      DayTakenError,
    )
    expect(await findNorm(database(), 'gii:doppelt', '§ 1', day)).toMatchObject({ norm: { text: 'Zuerst gesehen.' } })
  })
})
