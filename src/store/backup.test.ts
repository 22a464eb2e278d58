import { expect, test } from 'vitest'
import { buildDecree, relation } from '../../tests/build-decree.ts'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { type BackupLine, backup, restore } from './backup.ts'
import { findNorm } from './find-norm.ts'
import { findByText } from './find-passages.ts'

const kept: BackupLine[] = []

await onBothDatabases('a backup', (database) => {
  test('reads back every row, also into the other kind of database', async () => {
    if (kept.length === 0) {
      await storeStatute(
        database(),
        buildStatute('sicher', { '§ 1': 'Die Frist beträgt zwölf Monate.' }),
        toDay('2022-01-01'),
      )
      await storeStatute(
        database(),
        buildStatute('sicher', { '§ 1': 'Die Frist beträgt drei Monate.' }),
        toDay('2023-01-01'),
      )
      const particulars = { subject: 'Zu §§ 1 bis 3 MusterG', relations: [relation('repeals', 'alt', '2021-01-01')] }
      for (const parts of [
        { slug: 'neu', day: '2022-01-01', particulars },
        { slug: 'alt', day: '2021-01-01' },
      ])
        await storeStatute(database(), buildDecree(parts), toDay(parts.day))
      await backup(database(), async (line) => void kept.push(line))
      expect(kept.length).toBeGreaterThan(10)
    } else {
      expect(await restore(database(), lines(kept))).toBe(kept.length - 1)
      const again: BackupLine[] = []
      await backup(database(), async (line) => void again.push(line))
      expect(again).toEqual(kept)
    }
    expect(await findNorm(database(), 'office:alt', 'Nr. 1', toDay('2022-05-05'))).toMatchObject({
      reason: 'no_longer',
    })
    expect(await findNorm(database(), 'gii:sicher', '§ 1', toDay('2022-05-05'))).toMatchObject({
      norm: { text: 'Die Frist beträgt zwölf Monate.' },
    })
    expect(
      await findByText(
        database(),
        { words: 'Frist', meanings: '' },
        { asOf: toDay('2023-05-05'), territory: 'DE', kinds: null },
        5,
      ),
    ).toHaveLength(1)
  })

  test('goes on being fed after it was read back', async () => {
    await storeStatute(
      database(),
      buildStatute('sicher', { '§ 1': 'Die Frist beträgt vier Monate.' }),
      toDay('2024-01-01'),
    )
    expect(await findNorm(database(), 'gii:sicher', '§ 1', toDay('2024-05-05'))).toMatchObject({
      norm: { text: 'Die Frist beträgt vier Monate.' },
    })
  })

  test('is refused by a database that is not empty, and by a file that is no backup', async () => {
    await expect(restore(database(), lines(kept))).rejects.toThrow('nicht leer')
  })
})

async function* lines(all: BackupLine[]): AsyncGenerator<BackupLine> {
  yield* all
}
