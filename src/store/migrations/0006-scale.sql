-- What a collection of a million passages needs (docs/scale.md).

-- A lexeme's rows are merged into tiers by weight after a feed (compact-postings.ts), tier 0 the heaviest; null: as staged.
-- `entries` and `heaviest` tell what a row can add to a score without its arrays, which lie uncompressed outside of it.
alter table postings
  add column tier integer,
  add column entries integer generated always as (cardinality(passage_ids)) stored,
  add column heaviest real not null default 0,
  alter column passage_ids set storage external,
  alter column weights set storage external;
update postings set heaviest = (select max(weight) from unnest(weights) weight);
alter table postings alter column heaviest drop default;
create index postings_loose on postings (lexeme) where tier is null;

-- How many passages a document has that were ever in force: sums tell how many a scope keeps (find-by-vector.ts).
alter table documents add column passages integer not null default 0;
update documents d set passages = counted.passages
  from (select document_id, count(*) as passages from passages where validity <> '{}' group by document_id) counted
 where counted.document_id = d.id;

-- All that the first scan of a search by sign bits reads, by the documents of its scope.
create index passage_vectors_by_document on passage_vectors (document_id) include (index_id, passage_id, validity, bits);
