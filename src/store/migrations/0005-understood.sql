-- What was understood of a question is made of its words: it goes with them.
alter table question_texts add column understood jsonb;
