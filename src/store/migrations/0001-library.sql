-- The library: documents, their versions as observed, norms, passages, vectors, edges.
-- Content (versions, norms, passages, edges) is immutable and addressed by its hash; time lies in `observations`,
-- and every validity is derived from them, so that the order of feeding cannot matter.

create extension if not exists vector;
create extension if not exists pg_trgm;

-- Folds umlauts, ß and their spellings with e, so that "Auslaender", "Ausländer" and "auslander" meet.
-- Kept equal to src/text/fold.ts (a test compares them). `lower` comes after the umlauts: it knows only ASCII in some locales.
create function fundstelle_fold(input text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(
    replace(replace(
      lower(translate(replace(replace(input, 'ß', 'ss'), 'ẞ', 'ss'), 'ÄÖÜäöü', 'AOUaou')),
      'ae', 'a'), 'oe', 'o'),
    '(?<![aeiouq])ue', 'u', 'g');

create table documents (
  id text primary key,
  kind text not null,
  rank text not null,
  territory text not null,
  title text not null,
  short_title text,
  abbreviation text not null,
  names text[] not null,
  enacted_on date,
  first_day date not null,
  url text not null,
  invented boolean not null,
  withdrawn_at timestamptz
);

create table versions (
  id bigint generated always as identity primary key,
  document_id text not null,
  content_sha256 text not null,
  document jsonb not null,
  status jsonb not null,
  footnotes jsonb not null,
  validity datemultirange not null default '{}',
  unique (document_id, content_sha256)
);

create table observations (
  document_id text not null,
  day date not null,
  version_id bigint not null references versions,
  source_sha256 text not null,
  origin text not null,
  fetched_on date not null,
  primary key (document_id, day)
);
create index observations_by_version on observations (version_id);

create table norms (
  id bigint generated always as identity primary key,
  document_id text not null,
  key text not null,
  content_sha256 text not null,
  kind text not null,
  norm text,
  heading text,
  text text not null,
  text_sha256 text not null,
  units jsonb not null,
  tables jsonb not null,
  repealed boolean not null,
  url text not null,
  validity datemultirange not null default '{}',
  unique (document_id, key, content_sha256)
);

-- What belongs to a norm in one version without being its text: its place, the publisher's notes, pictures.
create table version_norms (
  version_id bigint not null references versions,
  ordinal integer not null,
  norm_id bigint not null references norms,
  outline jsonb not null,
  footnotes jsonb not null,
  attachments jsonb not null,
  primary key (version_id, ordinal)
);
create index version_norms_by_norm on version_norms (norm_id);

create table passages (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  norm_id bigint not null references norms,
  document_id text not null,
  ordinal integer not null,
  paragraph text,
  path text[] not null,
  start_at integer not null,
  end_at integer not null,
  sentences jsonb not null,
  text text not null,
  text_sha256 text not null,
  -- What the embedding model read; passages that read the same share its vector.
  embedding_sha256 text not null,
  heading text,
  validity datemultirange not null default '{}'
);
create index passages_by_norm on passages (norm_id, ordinal);
create index passages_by_embedding on passages (embedding_sha256);

-- The inverted index of the German full text. A row holds one lexeme's passages of one staged batch, each with its
-- share of the BM25 score (src/store/postings.ts): written once, never changed, read by the lexemes of a question.
create table postings (
  lexeme text not null,
  batch bigint not null,
  passage_ids integer[] not null,
  weights real[] not null,
  primary key (lexeme, batch)
);
create sequence posting_batches;

-- Every lexeme there is, to find the one a mistyped word was meant to be.
create table lexemes (lexeme text primary key);
create index lexemes_by_trigram on lexemes using gin (lexeme gin_trgm_ops);

-- A model and its dimension are part of the index; exactly one is active, a change of model fills another beside it.
create table embedding_indexes (
  id integer generated always as identity primary key,
  model text not null unique,
  dimension integer not null,
  active boolean not null default false
);
create unique index embedding_indexes_one_active on embedding_indexes (active) where active;

-- Narrow on purpose: an exact scan reads these rows and no others.
create table passage_vectors (
  index_id integer not null references embedding_indexes,
  passage_id bigint not null references passages,
  document_id text not null,
  validity datemultirange not null default '{}',
  embedding halfvec not null,
  primary key (index_id, passage_id)
);
create index passage_vectors_by_passage on passage_vectors (passage_id);

create table edges (
  passage_id bigint not null references passages,
  ordinal integer not null,
  kind text not null,
  start_at integer not null,
  end_at integer not null,
  text text not null,
  target_law text,
  target_norm text,
  target_paragraph text,
  primary key (passage_id, ordinal)
);
create index edges_by_target on edges (target_norm, target_law);

create table source_checks (
  origin text primary key,
  publisher text not null,
  etag text,
  last_modified text,
  checked_at timestamptz not null,
  failure text
);

create table corpus_state (
  singleton boolean primary key default true check (singleton),
  revision bigint not null,
  changed_at timestamptz not null
);
insert into corpus_state (revision, changed_at) values (0, now());
