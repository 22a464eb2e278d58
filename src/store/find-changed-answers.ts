import type { ChangedAnswer, ChangedCount, ChangeKind } from '../law/changed-answer.ts'
import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'

/**
 * Citations of stored answers whose place reads otherwise now: of `$1`, or of everybody where that is null. Each place is
 * looked up once for each day it is needed on: the day asked, and today (`$2`) or the day asked where that is yet to come. What
 * had ended when the answer was given did not change since. A place is the passage, so that another Absatz may change freely.
 */
const changedCitations = `
  with cited as (
    select a.id, a.created_at, a.as_of, greatest(a.as_of, $2::date) as today, c.*,
           c.valid_to is null or c.valid_to > (a.created_at at time zone 'Europe/Berlin')::date as was_current
      from answers a join answer_citations c on c.answer_id = a.id where $1::text is null or a.owner = $1
  ), needed as (
    select distinct document_id, norm_key, norm_sha256, passage_id, day from cited, lateral (values (as_of), (today)) days(day)
  ), become as (
    select needed.*,
           case when d.id is null then 'withdrawn'
                when n.text_sha256 = needed.norm_sha256 then null
                when n.id is null or n.repealed then 'gone'
                when not exists (
                  select 1 from passages old join passages p
                    on p.norm_id = n.id and p.text_sha256 = old.text_sha256
                   and p.paragraph is not distinct from old.paragraph and p.path = old.path
                   where old.public_id = needed.passage_id) then 'changed' end as how
      from needed
      left join documents d on d.id = needed.document_id and d.withdrawn_at is null
      left join lateral (
        select id, text_sha256, repealed from norms
         where document_id = d.id and key = needed.norm_key and validity @> needed.day
         order by text_sha256 = needed.norm_sha256 desc limit 1) n on true
  ), changed as (
    select cited.*, coalesce(then_.how, now_.how) as how, then_.how is not null as on_its_day
      from cited
      join become then_ using (document_id, norm_key, norm_sha256, passage_id)
      join become now_ using (document_id, norm_key, norm_sha256, passage_id)
     where then_.day = cited.as_of and now_.day = cited.today
       and (then_.how is not null or (now_.how is not null and cited.was_current))
  )`

/** The owner's answers that stand on changed places, newest first, `limit` of them. */
export async function findChangedAnswers(
  queries: Queries,
  owner: string,
  today: Day,
  limit: number,
): Promise<ChangedAnswer[]> {
  const rows = await queries.query<{
    id: string
    created_at: string
    as_of: Day
    question: string | null
    number: number
    label: string
    how: ChangeKind
    on_its_day: boolean
  }>(
    `${changedCitations}, newest as (select id from changed group by id, created_at order by created_at desc limit $3)
     select c.id, a.record ->> 'createdAt' as created_at, c.as_of, q.question, c.number, c.how, c.on_its_day,
            a.record -> 'citations' -> (c.number - 1) ->> 'label' as label
       from changed c join newest using (id) join answers a on a.id = c.id left join question_texts q on q.answer_id = c.id
      order by c.created_at desc, c.id, c.number`,
    [owner, today, limit],
  )
  const answers = new Map<string, ChangedAnswer>()
  for (const { id, created_at: createdAt, as_of: asOf, question, ...row } of rows) {
    const answer = answers.get(id) ?? { id, createdAt, asOf, question: question ?? '', citations: [] }
    const { number, label, how, on_its_day: onItsDay } = row
    answer.citations.push({ number, label, how, onItsDay })
    answers.set(id, answer)
  }
  return [...answers.values()]
}

/** Of everybody's answers. */
export async function countChangedAnswers(queries: Queries, today: Day): Promise<ChangedCount> {
  const [row] = await queries.query<ChangedCount>(
    `${changedCitations} select (select count(*) from answers)::int as answers, (select count(distinct id) from changed)::int as changed`,
    [null, today],
  )
  return row ?? { answers: 0, changed: 0 }
}
