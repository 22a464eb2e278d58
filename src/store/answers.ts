import type { Answer } from '../law/answer.ts'
import { giveTold, takeTold, type Told } from './told.ts'
import type { Database, Queries } from './database.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Stores an answer's record under its owner. The question's words, and what is made of them (open parts, what was
 * understood, corrections, notices on it, pieces of it in the answer), lie in their own table, so that they can go and the
 * record stay.
 */
export async function saveAnswer(database: Database, answer: Answer, owner: string): Promise<void> {
  const { question, open, understood, corrections, rewritten, ...kept } = answer
  const ofQuestion = new Set(understood?.notices)
  const notices = kept.notices.filter((notice) => !ofQuestion.has(notice))
  const { told, record } = takeTold({ ...kept, notices })
  await database.transaction(async ({ query }) => {
    await query('insert into answers (id, owner, created_at, as_of, record) values ($1, $2, $3, $4, $5)', [
      answer.id,
      owner,
      answer.createdAt,
      answer.asOf,
      JSON.stringify(record),
    ])
    await query(
      `insert into answer_citations (answer_id, number, document_id, norm_key, norm_sha256, passage_id, valid_to)
       select $1, number, document ->> 'id', "normKey", sha256, "passageId", "validTo"
         from jsonb_to_recordset($2) as c(number int, document jsonb, "normKey" text, sha256 text, "passageId" text, "validTo" date)`,
      [answer.id, JSON.stringify(answer.citations)],
    )
    await query(
      `insert into question_texts (answer_id, created_at, question, open, understood, corrections, told, rewritten)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        answer.id,
        answer.createdAt,
        question,
        ...[open, understood, corrections, told, rewritten].map((part) => JSON.stringify(part)),
      ],
    )
  })
}

/** The owner's answer; another's is not found. After the retention its question is empty. */
export async function findAnswer(queries: Queries, id: string, owner: string): Promise<Answer | null> {
  if (!uuid.test(id)) return null
  const [row] = await queries.query<{
    record: Omit<Answer, 'question' | 'open' | 'understood' | 'corrections' | 'rewritten'>
    question: string | null
    open: string[] | null
    understood: Answer['understood']
    corrections: Answer['corrections'] | null
    told: Told | null
    rewritten: Answer['rewritten']
  }>(
    `select a.record, q.question, q.open, q.understood, q.corrections, q.told, q.rewritten
       from answers a left join question_texts q on q.answer_id = a.id
      where a.id = $1 and a.owner = $2`,
    [id, owner],
  )
  if (!row) return null
  const { record, question, open, understood, corrections, told, rewritten } = row
  const notices = [...(understood?.notices ?? []), ...record.notices]
  // Records made before there were conflicts, or models that checked claims, do not have them.
  const { conflicts = [], checker = null } = record as Partial<Answer>
  return {
    ...giveTold(record, told),
    question: question ?? '',
    open: open ?? [],
    understood,
    corrections: corrections ?? [],
    conflicts,
    checker,
    rewritten,
    notices,
  }
}

/** Removes the words of questions older than the retention. Returns how many. */
export async function forgetQuestions(queries: Queries, retentionDays: number): Promise<number> {
  const rows = await queries.query(
    `delete from question_texts where created_at < now() - make_interval(days => $1) returning answer_id`,
    [retentionDays],
  )
  return rows.length
}
