import { expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { inventedParts } from '../../tests/invented-service.ts'
import type { Answer } from '../law/answer.ts'
import { toDay } from '../law/day.ts'
import { findAnswer, forgetQuestions, saveAnswer } from './answers.ts'

const text = 'Antrag des Syrers Zyxmann vom 3.5.2024 ohne Duldung?'
const asked = { text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }

function answered(): Answer {
  const answer = inventedParts(asked)
  const notices = ['Die Frage nennt den 03.05.2024 („vom 3.5.2024“).']
  if (!answer.understood) throw new Error('nothing understood')
  return {
    ...answer,
    understood: { ...answer.understood, notices },
    corrections: [
      { premise: 'ohne Duldung', start: 39, end: 51, text: 'Die Frage geht davon aus: „Zyxmann“.', citation: 1 },
    ],
    notices: [...notices, 'Bleibt.'],
    rewritten: { from: answer.id, question: `Und ab wann? (Zuvor gefragt: ${text})` },
    createdAt: '2020-01-01T00:00:00Z',
  }
}

await onBothDatabases('the record of an answer', (database) => {
  test('holds what was understood as long as the question, and comes back as it was', async () => {
    const answer = answered()
    await saveAnswer(database(), answer, 'sb-17')
    expect(await findAnswer(database(), answer.id, 'sb-17')).toEqual(answer)
    expect(await findAnswer(database(), answer.id, 'sb-18')).toBeNull()
    expect(await findAnswer(database(), 'keine Kennung', 'sb-17')).toBeNull()
  })

  test('of a time before parts and checklists is read without them', async () => {
    const answer = answered()
    await saveAnswer(database(), answer, 'sb-17')
    await database().query("update answers set record = record - 'parts' - 'checklist' where id = $1", [answer.id])
    await database().query('update question_texts set told = null where answer_id = $1', [answer.id])
    expect(await findAnswer(database(), answer.id, 'sb-17')).toEqual({ ...answer, parts: [], checklist: [] })
  })

  test('keeps nothing of it once the question is forgotten', async () => {
    const answer = answered()
    await saveAnswer(database(), answer, 'sb-17')
    await forgetQuestions(database(), 30)
    const kept = await findAnswer(database(), answer.id, 'sb-17')
    expect(kept).toMatchObject({
      question: '',
      open: [],
      understood: null,
      rewritten: null,
      corrections: [],
      notices: ['Bleibt.'],
      claims: answer.claims,
    })
    expect(kept?.parts.map((part) => [part.question, part.claims])).toEqual([
      ['', [0]],
      ['', [1, 0]],
      ['', []],
    ])
    expect(kept?.checklist.map(({ fact }) => fact)).toEqual([null, null])
    expect(JSON.stringify(kept)).not.toMatch(/Hund|Nirgendwo|Zyxmann|3\.5\.2024|03\.05\.2024|2024-05-03|Syr/)
  })

  test('of before there were conflicts and corrections is read without any', async () => {
    const answer = answered()
    await saveAnswer(database(), answer, 'sb-17')
    await database().query(`update answers set record = record - 'conflicts' where id = $1`, [answer.id])
    await database().query('update question_texts set corrections = null where answer_id = $1', [answer.id])
    expect(await findAnswer(database(), answer.id, 'sb-17')).toEqual({ ...answer, conflicts: [], corrections: [] })
  })
})
