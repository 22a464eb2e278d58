-- One decision published by two: found by the ECLI that both name.
create index documents_by_ecli on documents (upper(particulars ->> 'ecli')) where kind = 'ruling';

-- What a section carries out stands in `implemented_norms` alone; edges are what its words refer to.
delete from edges where kind = 'implements';
