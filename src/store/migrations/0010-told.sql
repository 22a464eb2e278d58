-- Pieces of the question that an answer repeats inside itself: the words of its parts, the facts of its checklist. Forgotten with the question.
alter table question_texts add column told jsonb;
