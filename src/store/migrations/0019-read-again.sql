-- A run that reads every text anew, although its file is unchanged.
alter table sync_runs add column again boolean not null default false;
