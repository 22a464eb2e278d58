import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { citeNorms } from '../../tests/cite-norm.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { saveAnswer } from './answers.ts'
import type { Database } from './database.ts'
import { countChangedAnswers, findChangedAnswers } from './find-changed-answers.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { migrate } from './migrate.ts'
import { withdrawDocument } from './withdraw-document.ts'

const today = toDay('2026-06-01')
const first = { '§ 1': 'Die Frist beträgt zwölf Monate.', '§ 2': 'Die Gebühr beträgt zehn Taler.' }
const second = { '§ 1': 'Die Frist beträgt achtzehn Monate.', '§ 2': 'Die Gebühr beträgt zehn Taler.' }
const folder = mkdtempSync(join(tmpdir(), 'fundstelle-changed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function feed(database: Database, slug: string, day: string, norms: Record<string, string>): Promise<void> {
  await storeStatute(database, buildStatute(slug, norms), toDay(day))
}

await onBothDatabases('the answers that stand on changed places', (database) => {
  const given = async (slug: string, norms: string[], when: { asOf: string; created: string }, owner: string) => {
    const answer = await citeNorms(database(), `gii:${slug}`, norms, when)
    await saveAnswer(database(), answer, owner)
    return answer
  }
  const changes = async (owner: string) =>
    (await findChangedAnswers(database(), owner, today, 50)).map(({ id, citations }) => ({
      id,
      citations: citations.map(({ number, how, onItsDay }) => [number, how, onItsDay]),
    }))

  test('are none as long as nothing changed, also when the law is fed in again', async () => {
    await feed(database(), 'gleich', '2025-01-01', first)
    await given('gleich', ['§ 1', '§ 2'], { asOf: '2025-03-01', created: '2025-03-01' }, 'gleich')
    await feed(database(), 'gleich', '2026-01-01', first)
    expect(await changes('gleich')).toEqual([])
  })

  test('name the changed place alone, and that the day asked is not touched', async () => {
    await feed(database(), 'neu', '2025-01-01', first)
    const answer = await given('neu', ['§ 1', '§ 2'], { asOf: '2025-03-01', created: '2025-03-01' }, 'neu')
    await feed(database(), 'neu', '2026-01-01', second)
    expect(await changes('neu')).toEqual([{ id: answer.id, citations: [[1, 'changed', false]] }])
    const [listed] = await findChangedAnswers(database(), 'neu', today, 50)
    expect(listed).toMatchObject({ asOf: '2025-03-01', question: 'Was sagt § 1, § 2?', createdAt: answer.createdAt })
    expect(listed?.citations[0]?.label).toContain('§ 1')
  })

  test('tell when a text fed in later was in force on the very day asked', async () => {
    await feed(database(), 'spaet', '2025-01-01', first)
    const answer = await given('spaet', ['§ 1'], { asOf: '2025-03-01', created: '2025-03-01' }, 'spaet')
    await feed(database(), 'spaet', '2025-02-01', second)
    expect(await changes('spaet')).toEqual([{ id: answer.id, citations: [[1, 'changed', true]] }])
  })

  test('are not those on a past day whose law was another one already when they were given', async () => {
    await feed(database(), 'alt', '2024-01-01', first)
    await feed(database(), 'alt', '2025-01-01', second)
    await given('alt', ['§ 1'], { asOf: '2024-03-01', created: '2025-03-01' }, 'alt')
    expect(await changes('alt')).toEqual([])
  })

  test('are not those on a day to come whose law is known already', async () => {
    await feed(database(), 'kommt', '2025-01-01', first)
    await feed(database(), 'kommt', '2027-01-01', second)
    await given('kommt', ['§ 1'], { asOf: '2027-03-01', created: '2025-03-01' }, 'kommt')
    expect(await changes('kommt')).toEqual([])
  })

  test('name what is no longer in force, repealed as an empty shell, or withdrawn', async () => {
    await feed(database(), 'weg', '2025-01-01', { ...first, '§ 3': 'Drei.', '§ 4': 'Vier.' })
    await given('weg', ['§ 1', '§ 3', '§ 4'], { asOf: '2025-03-01', created: '2025-03-01' }, 'weg')
    await feed(database(), 'weg', '2026-01-01', { ...first, '§ 3': '' })
    expect(await changes('weg')).toMatchObject([
      {
        citations: [
          [2, 'gone', false],
          [3, 'gone', false],
        ],
      },
    ])
    await withdrawDocument(database(), 'gii:weg')
    expect((await changes('weg'))[0]?.citations.map(([, how]) => how)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  })

  test('are listed to their owner alone; of all there is only a count', async () => {
    const before = await countChangedAnswers(database(), today)
    await feed(database(), 'mein', '2025-01-01', first)
    await given('mein', ['§ 1'], { asOf: '2025-03-01', created: '2025-03-01' }, 'mein')
    await given('mein', ['§ 2'], { asOf: '2025-03-01', created: '2025-03-01' }, 'dein')
    await feed(database(), 'mein', '2026-01-01', second)
    expect(await changes('dein')).toEqual([])
    expect(await countChangedAnswers(database(), today)).toEqual({
      answers: before.answers + 2,
      changed: before.changed + 1,
    })
  })
})

test('answers stored before their places were kept apart are found as well', async () => {
  const older = join(folder, 'migrations')
  cpSync('src/store/migrations', older, {
    recursive: true,
    // The record came with 0007: everything else is as it is now, since the feed below is of now.
    filter: (path) => !path.includes('0007-'),
  })
  const database = await openEmbeddedDatabase(join(folder, 'data'))
  await migrate(database, older)
  await feed(database, 'vorher', '2025-01-01', first)
  const answer = await citeNorms(database, 'gii:vorher', ['§ 1', '§ 2'], { asOf: '2025-03-01', created: '2025-03-01' })
  await database.query('insert into answers (id, owner, created_at, record) values ($1, $2, $3, $4)', [
    answer.id,
    'sb-17',
    answer.createdAt,
    JSON.stringify(answer),
  ])
  await migrate(database)
  await feed(database, 'vorher', '2026-01-01', second)
  expect(await findChangedAnswers(database, 'sb-17', today, 50)).toMatchObject([
    { id: answer.id, citations: [{ number: 1, how: 'changed' }] },
  ])
  await database.close()
})
