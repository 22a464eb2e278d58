import { expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import type { Feedback } from '../law/feedback.ts'
import { listFeedback, removeFeedback, saveFeedback } from './feedback.ts'

const said: Feedback = {
  day: toDay('2026-01-02'),
  reason: 'Fundstelle trägt nicht',
  comment: 'Dort steht es anders.',
  claim: 'Die Musterkarte gilt vier Jahre.',
  places: [{ documentId: 'demo:m', normKey: '§ 2', label: '§ 2 M', passageId: 'p1', sha256: 'ab' }],
  asOf: toDay('2025-03-05'),
  mode: 'llm',
  model: { name: 'muster-7b', promptHash: 'abc' },
}
const short: Feedback = { ...said, day: toDay('2026-01-05'), comment: null, claim: null, places: [], model: null }

await onBothDatabases('what people said of answers', (database) => {
  test('comes back as it was said, and goes when it was read', async () => {
    await saveFeedback(database(), short)
    await saveFeedback(database(), said)
    expect(await listFeedback(database())).toEqual([said, short])
    expect(await removeFeedback(database(), toDay('2026-01-02'))).toBe(1)
    expect(await listFeedback(database())).toEqual([short])
  })

  test('names no person, no question and no answer', async () => {
    const columns = await database().query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'feedback' order by 1`,
    )
    expect(columns.map(({ name }) => name).toSorted()).toEqual([
      'as_of',
      'claim',
      'comment',
      'day',
      'id',
      'mode',
      'model',
      'places',
      'reason',
    ])
  })
})
