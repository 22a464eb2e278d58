-- Rulings, decrees, EU acts and papers beside the laws: the facts of their headers, days that a source states, pages.
alter table documents
  add column particulars jsonb,
  add column day_basis text not null default 'observed';
alter table observations add column basis text not null default 'observed';
alter table version_norms add column pages jsonb not null default '[]';

-- What was stored of a day and came again in other words from whoever states the day: kept, and no longer in force on any.
create table corrected_observations (
  id bigint generated always as identity primary key,
  document_id text not null,
  day date not null,
  version_id bigint not null references versions,
  source_sha256 text not null,
  origin text not null,
  fetched_on date not null,
  basis text not null,
  corrected_at timestamptz not null default now()
);
create index corrected_observations_by_document on corrected_observations (document_id);
