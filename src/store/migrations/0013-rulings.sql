-- Decisions are looked up by Aktenzeichen and ECLI, of which there are far more than names of laws: by an index, not in memory.

-- `1 C 12.12` and `1 C 12/12` are one Aktenzeichen; `-`, white space and small letters tell none apart either.
create function fundstelle_case_numbers(numbers text[]) returns text[]
  language sql immutable strict parallel safe
  return (select coalesce(array_agg(translate(upper(regexp_replace(n, '[[:space:]]', '', 'g')), './‑–', '//--')), '{}') from unnest(numbers) n);

create index documents_by_case_number on documents using gin (fundstelle_case_numbers(names)) with (fastupdate = off) where kind = 'ruling';

-- Of which court and period a publisher's decisions were taken completely: only there can one be said to be unknown.
create table court_coverage (
  publisher text not null,
  court text not null,
  period daterange not null,
  checked_at timestamptz not null default now(),
  primary key (publisher, court, period)
);
