import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { findCorpus } from './corpus-state.ts'
import { findActiveIndex, openEmbeddingIndex } from './embedding-index.ts'
import { fillIndex } from './fill-index.ts'
import { findUnembedded } from './find-unembedded.ts'
import { removeIndex } from './remove-index.ts'
import { switchIndex } from './switch-index.ts'

await onBothDatabases('switching to another index', (database) => {
  test('waits for the last passage, changes the state of the corpus, and leaves an index that is gone alone', async () => {
    const laws = { '§ 1': 'Die Frist beträgt zwölf Monate.', '§ 2': 'Die Gebühr beträgt zehn Taler.' }
    await storeStatute(database(), buildStatute('muster', laws), toDay('2022-01-01'))
    const before = await findActiveIndex(database())
    const next = await openEmbeddingIndex(database(), 'erfunden', 3)
    const fill = async () => {
      const [missing] = await findUnembedded(database(), next.id, 0, 1)
      return fillIndex(database(), next.id, new Map([[missing?.embeddingSha256 ?? '', Float32Array.of(1, 0, 0)]]))
    }

    expect(await fill()).toBe(1)
    expect(await switchIndex(database(), next.id)).toBe('incomplete')
    expect(await findActiveIndex(database())).toEqual(before)
    expect(await fill()).toBe(1)
    const { revision } = await findCorpus(database())
    expect(await switchIndex(database(), next.id)).toBe('switched')
    expect(await findActiveIndex(database())).toEqual(next)
    expect((await findCorpus(database())).revision).toBe(revision + 1)

    await removeIndex(database(), next.id)
    expect(await findActiveIndex(database())).toEqual(next)
    await removeIndex(database(), before?.id ?? 0)
    expect(await switchIndex(database(), before?.id ?? 0)).toBe('gone')
    expect(await fillIndex(database(), before?.id ?? 0, new Map())).toBeNull()
    expect(await findActiveIndex(database())).toEqual(next)
  })
})
