-- What staff hand in: files on their way to documents, and who did what with them.
create table uploads (
  id text primary key,
  sha256 text not null unique,
  -- Only for staff: may name people.
  file_name text not null,
  bytes bigint not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  -- The mail or archive it came in.
  parent text references uploads on delete set null,
  -- `received`, `scanned`, `reading`, `draft`, `refused`, `unpacked` (an archive, whose files are uploads of their own), `published`
  state text not null,
  page integer,
  pages integer,
  -- German: why it was refused; what the person who handed it in should know.
  reason text,
  notes jsonb not null default '[]',
  -- The text as parsed, before its header is applied, and what its header was recognised to say.
  text jsonb,
  recognised jsonb,
  -- What staff said instead; and the same as it stood when the document was published last, null where it is not live.
  corrected jsonb not null default '{}',
  published jsonb,
  document_id text unique
);
create index uploads_by_state on uploads (state, uploaded_at);

-- Append-only. `before` and `after`: what staff said of the header.
create table ingest_events (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  by text not null,
  kind text not null,
  document_id text not null,
  reason text,
  before jsonb,
  after jsonb,
  undoes bigint references ingest_events
);
create index ingest_events_by_document on ingest_events (document_id, id);
create unique index ingest_events_undone_once on ingest_events (undoes) where undoes is not null;
