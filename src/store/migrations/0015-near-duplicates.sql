-- The same decree as PDF, as Word and in a forwarded mail: found by the MinHash of its words, linked, answered once.

alter table versions
  add column signature integer[],
  add column bands integer[];
alter table documents
  add column signature integer[],
  -- Documents that share one of these may be alike.
  add column bands integer[] not null default '{}',
  -- The one that answers in its place.
  add column duplicate_of text;
create index documents_by_band on documents using gin (bands) where bands <> '{}';
create index documents_by_duplicate on documents (duplicate_of) where duplicate_of is not null;

-- The estimated Jaccard similarity of two texts, 0 to 1: the equal share of their signatures.
create function fundstelle_alike(one integer[], other integer[]) returns real
  language sql immutable strict parallel safe
  return (select (count(*) filter (where a = b))::real / count(*) from unnest(one, other) u(a, b));
