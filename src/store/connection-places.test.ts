import { expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'

await onBothDatabases('a house full of questions', (database) => {
  test('is no outage: whoever waits for a connection gets one, however long it takes', async () => {
    // A good deal longer, all together, than a pool waits for a connection, and more at once than it has connections.
    const work = 'select count(*)::int as counted from generate_series(1, 150000)'
    const rows = await Promise.all(
      Array.from({ length: 80 }, () =>
        database()
          .query<{ counted: number }>(work)
          .then(([row]) => row?.counted),
      ),
    )
    expect(new Set(rows)).toEqual(new Set([150_000]))
    expect(rows).toHaveLength(80)
  })
})
