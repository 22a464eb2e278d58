-- Norms by what they are called: without this, asking for the state of a few reads all norms there are.
create index norms_by_name on norms (document_id, norm);
