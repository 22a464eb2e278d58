import type { Answer } from '../law/answer.ts'
import { giveTold, takeTold, type Told } from './told.ts'
import type { Database, Queries } from './database.ts'

/**
 * Stores an answer's record under its owner. The question's words, and what is made of them (open parts, what was
 * understood, notices on it, pieces of it in the answer), lie in their own table, so that they can go and the record stay.
 */
export async function saveAnswer(database: Database, answer: Answer, owner: string): Promise<void> {
  const { question, open, understood, ...kept } = answer
  const ofQuestion = new Set(understood?.notices)
  const notices = kept.notices.filter((notice) => !ofQuestion.has(notice))
  const { told, record } = takeTold({ ...kept, notices })
  await database.transaction(async ({ query }) => {
    await query('insert into answers (id, owner, created_at, record) values ($1, $2, $3, $4)', [
      answer.id,
      owner,
      answer.createdAt,
      JSON.stringify(record),
    ])
    await query(
      'insert into question_texts (answer_id, created_at, question, open, understood, told) values ($1, $2, $3, $4, $5, $6)',
      [answer.id, answer.createdAt, question, JSON.stringify(open), JSON.stringify(understood), JSON.stringify(told)],
    )
  })
}

/** The owner's answer; another's is not found. After the retention its question is empty. */
export async function findAnswer(queries: Queries, id: string, owner: string): Promise<Answer | null> {
  const [row] = await queries.query<{
    record: Omit<Answer, 'question' | 'open' | 'understood'>
    question: string | null
    open: string[] | null
    understood: Answer['understood']
    told: Told | null
  }>(
    `select a.record, q.question, q.open, q.understood, q.told from answers a left join question_texts q on q.answer_id = a.id
      where a.id = $1 and a.owner = $2`,
    [id, owner],
  )
  if (!row) return null
  const { record, question, open, understood, told } = row
  const notices = [...(understood?.notices ?? []), ...record.notices]
  // Records made before models checked claims do not have it.
  const checker = record.checker ?? null
  return { ...giveTold(record, told), checker, question: question ?? '', open: open ?? [], understood, notices }
}

/** Removes the words of questions older than the retention. Returns how many. */
export async function forgetQuestions(queries: Queries, retentionDays: number): Promise<number> {
  const rows = await queries.query(
    `delete from question_texts where created_at < now() - make_interval(days => $1) returning answer_id`,
    [retentionDays],
  )
  return rows.length
}
