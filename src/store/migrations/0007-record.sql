-- What becomes of stored answers: whether their places still read as cited, what people thought of them, what was asked on.

alter table answers add column as_of date;
update answers set as_of = (record ->> 'asOf')::date;
alter table answers alter column as_of set not null;

-- The places an answer stands on, apart from its record: a change of the law finds the answers it touches without reading them.
create table answer_citations (
  answer_id uuid not null references answers on delete cascade,
  number integer not null,
  document_id text not null,
  norm_key text not null,
  norm_sha256 text not null,
  passage_id text not null,
  -- As known when the answer was given: a text that had ended by then did not change afterwards.
  valid_to date,
  primary key (answer_id, number)
);
insert into answer_citations
select a.id, (c ->> 'number')::int, c -> 'document' ->> 'id', c ->> 'normKey', c ->> 'sha256', c ->> 'passageId', (c ->> 'validTo')::date
  from answers a, jsonb_array_elements(a.record -> 'citations') c;

-- A follow-up as it was understood repeats the words of the question before it: it goes with its own.
alter table question_texts add column rewritten jsonb;

-- Says nothing of who gave it or what was asked: no owner, no answer, no time of day, no order.
create table feedback (
  id uuid primary key,
  day date not null,
  reason text not null,
  comment text,
  claim text,
  places jsonb not null,
  as_of date not null,
  mode text not null,
  model jsonb
);
