-- Keeping current: one row a run of one source, what it changed, and which documents a source has listed.

create table sync_runs (
  id uuid primary key,
  -- As on the command line (`publisher:all`, `/srv/erlasse`); `name` is for people.
  source text not null,
  name text,
  publisher text,
  -- The publisher itself is asked, not a folder: by one run at a time.
  asks_publisher boolean not null default false,
  -- waiting → running → done | stopped (the deletion guard asks) | failed
  state text not null,
  trigger text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  -- How many items the source listed; how many of them needed no look beyond their hash or stamp.
  items integer,
  -- Keys of the documents there are, while the run lasts; null: the source cannot tell, and nothing is withdrawn.
  listed text[],
  note text,
  -- Courts whose decisions are complete where nothing of the run failed.
  coverage jsonb not null default '[]',
  failure text,
  confirmed_by text,
  confirmed_at timestamptz
);
create unique index sync_runs_one_open on sync_runs (source) where state in ('waiting', 'running');
create index sync_runs_by_day on sync_runs (created_at desc);

-- Pieces of a run's work; the last one done ends the run.
create table sync_chunks (
  run_id uuid not null references sync_runs on delete cascade,
  number integer not null,
  -- [{ origin, slug }]
  items jsonb not null,
  done_at timestamptz,
  primary key (run_id, number)
);

-- What a run did, beyond the unchanged. `origin` is the item's, or the document's id where a document was withdrawn.
create table sync_run_items (
  run_id uuid not null references sync_runs on delete cascade,
  origin text not null,
  slug text not null,
  document_id text,
  label text,
  day date,
  outcome text not null,
  reason text,
  norms jsonb,
  at timestamptz not null default now(),
  primary key (run_id, origin)
);
create index sync_run_items_by_document on sync_run_items (document_id);

-- Which documents a source listed when it was last read whole. `withdrawn_at`: equal to the document's own where the sync withdrew it.
create table source_documents (
  source text not null,
  document_id text not null,
  listed_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (source, document_id)
);
create index source_documents_by_document on source_documents (document_id);

-- What the publisher's list said of an item when it was last read well.
alter table source_checks add column stamp text;
create index source_checks_by_success on source_checks (publisher, checked_at) where failure is null;
