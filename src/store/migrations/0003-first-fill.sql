-- The first fill of an empty database: one row once it began, so that one that was broken off is taken up again.
create table first_fill (
  singleton boolean primary key default true check (singleton),
  began_at timestamptz not null default now(),
  completed_at timestamptz
);
