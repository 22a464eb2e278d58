-- What staff said of the header of a paper that lies in a folder, whose file is read again at each change: kept beside it.
create table paper_corrections (
  document_id text primary key,
  corrected jsonb not null default '{}',
  -- The same as it stood when the file was read last; until the two agree the paper is to be read anew.
  applied jsonb not null default '{}'
);
