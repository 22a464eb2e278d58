-- What an answer corrects in a question repeats its words: it goes with them.
alter table question_texts add column corrections jsonb;
