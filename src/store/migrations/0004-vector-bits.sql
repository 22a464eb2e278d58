-- The signs of a vector's numbers: a first pass over them finds the candidates whose exact distance is worth computing.
alter table passage_vectors
  add column bits bit varying generated always as (binary_quantize(embedding)) stored;
