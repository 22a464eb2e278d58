-- One decision published by two: found by the ECLI that both name.
create index documents_by_ecli on documents (upper(particulars ->> 'ecli')) where kind = 'ruling';
