-- What documents do to each other, and what a decree implements.

-- An Aktenzeichen as it is compared: without spaces and what introduces it, with one kind of dash.
create function fundstelle_file_key(input text) returns text
  language sql immutable strict parallel safe
  return rtrim(regexp_replace(regexp_replace(
    translate(upper(input), '‐‑‒–—−' || chr(160) || chr(8239), '------  '),
    '^\s*(AKTENZEICHEN|GESCHÄFTSZEICHEN|GESCH\.?-?Z|AZ|GZ)[\s.:]+', ''), '\s+', '', 'g'), '.,;:');

alter table documents
  -- From the facts of its header, so that others can be told to mean it.
  add column file_keys text[] not null default '{}',
  add column issued_on date,
  -- First day on which it applies no longer: by its own words, or because another took its place.
  add column ends_on date;
update documents set issued_on = (particulars ->> 'issuedOn')::date,
  file_keys = array(select fundstelle_file_key(number) from jsonb_array_elements_text(particulars -> 'fileNumbers') number)
  where particulars is not null;
create index documents_by_issue on documents (issued_on) where issued_on is not null;
create index documents_by_file_key on documents using gin (file_keys) where file_keys <> '{}';

-- `candidates`: every stored document that the words can mean. Derived from headers whenever one of the two comes, goes or changes.
create table relations (
  from_document text not null,
  ordinal integer not null,
  kind text not null,
  text text not null,
  file_number text,
  file_key text,
  issued_on date,
  named_document text,
  candidates text[] not null default '{}',
  primary key (from_document, ordinal)
);
create index relations_by_file_key on relations (file_key, issued_on);
create index relations_by_named_document on relations (named_document);
create index relations_by_candidates on relations using gin (candidates);

-- A relation takes effect where exactly one document is meant and nothing speaks against it; `problem` says what does.
create view known_relations as
select r.from_document, r.ordinal, r.kind, r.text, r.file_number, r.issued_on, one.id as to_document, f.first_day as begins_on,
       case when f.withdrawn_at is not null then 'withdrawn'
            when cardinality(r.candidates) > 1 then 'ambiguous'
            when one.id is null and r.named_document is null and (r.file_key is null or r.issued_on is null) then 'incomplete'
            when one.id is null then 'unknown'
            when not starts_with(one.territory, f.territory) then 'other_territory'
            when exists (select 1 from relations back join documents b on b.id = back.from_document and b.withdrawn_at is null
                          where back.from_document = one.id and back.kind <> 'amends' and r.kind <> 'amends'
                            and back.candidates = array[r.from_document]) then 'circular'
            when f.first_day <= one.first_day then 'not_younger' end as problem
  from relations r join documents f on f.id = r.from_document
  left join documents one on cardinality(r.candidates) = 1 and one.id = r.candidates[1];

-- Norms that a text says it carries out: of its whole (`section_key` null) or of one of its sections. `laws`: the names of the
-- law as written, one where it is written beside the norm; else those that the text as a whole names.
create table implemented_norms (
  version_id bigint not null references versions,
  ordinal integer not null,
  section_key text,
  laws text[] not null,
  norm text not null,
  range_end text,
  following text,
  primary key (version_id, ordinal)
);
create index implemented_norms_by_norm on implemented_norms (norm);
