-- The record of an answer, without the question: it stays. The question's words lie apart and go after the retention.
create table answers (
  id uuid primary key,
  owner text not null,
  created_at timestamptz not null,
  record jsonb not null
);
create index answers_by_owner on answers (owner, created_at);

create table question_texts (
  answer_id uuid primary key references answers on delete cascade,
  created_at timestamptz not null,
  question text not null,
  open jsonb not null
);
create index question_texts_by_age on question_texts (created_at);
