-- One decision published by two: found by the ECLI that both name.
create index documents_by_ecli on documents (upper(particulars ->> 'ecli')) where kind = 'ruling' and particulars ->> 'ecli' is not null;

-- What a section carries out stands in `implemented_norms` alone; edges are what its words refer to.
delete from edges where kind = 'implements';

-- The columns added since its rows came are unknown to the planner, which then takes next to no document for live.
analyze documents;
