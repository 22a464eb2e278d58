import type { Answer } from '../law/answer.ts'
import type { Database, Queries } from './database.ts'

/**
 * Stores an answer's record under its owner. The question's words, and the open parts made of them, lie in their own
 * table, so that they can go and the record stay.
 */
export async function saveAnswer(database: Database, answer: Answer, owner: string): Promise<void> {
  const { question, open, ...record } = answer
  await database.transaction(async ({ query }) => {
    await query('insert into answers (id, owner, created_at, record) values ($1, $2, $3, $4)', [
      answer.id,
      owner,
      answer.createdAt,
      JSON.stringify(record),
    ])
    await query('insert into question_texts (answer_id, created_at, question, open) values ($1, $2, $3, $4)', [
      answer.id,
      answer.createdAt,
      question,
      JSON.stringify(open),
    ])
  })
}

/** The owner's answer; another's is not found. After the retention its question is empty. */
export async function findAnswer(queries: Queries, id: string, owner: string): Promise<Answer | null> {
  const [row] = await queries.query<{
    record: Omit<Answer, 'question' | 'open'>
    question: string | null
    open: string[] | null
  }>(
    `select a.record, q.question, q.open from answers a left join question_texts q on q.answer_id = a.id
      where a.id = $1 and a.owner = $2`,
    [id, owner],
  )
  return row ? { ...row.record, question: row.question ?? '', open: row.open ?? [] } : null
}

/** Removes the words of questions older than the retention. Returns how many. */
export async function forgetQuestions(queries: Queries, retentionDays: number): Promise<number> {
  const rows = await queries.query(
    `delete from question_texts where created_at < now() - make_interval(days => $1) returning answer_id`,
    [retentionDays],
  )
  return rows.length
}
