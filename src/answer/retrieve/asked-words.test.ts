import { expect, test } from 'vitest'
import { askedWordMender } from './asked-words.ts'

const questions = [
  'Was kostet die Musterkarte?',
  'Musterkarten verlängern',
  'Wer bekommt eine Musterkarte?',
  'Darf der Gast arbeiten, wenn er eine Masterkarte hat?',
  'Gebühr für die Gastkarte',
  'Was sagt das Gericht?',
].map((text) => ({ documentId: 'gii:muster', norm: '§ 1', paragraph: null, text }))
const mend = askedWordMender(questions)

test.each([
  ['a letter is missing', 'Wo gibt es die Mustrkarte?', 'Mustrkarte', 'Musterkarte'],
  ['two are swapped', 'wo gibt es die mutserkarte', 'mutserkarte', 'Musterkarte'],
  ['one is wrong, and of two words that fit the one is used more', 'Mosterkarte', 'Mosterkarte', 'Musterkarte'],
  ['the word is inflected', 'Muserkarten', 'Muserkarten', 'Musterkarte'],
])('%s', (_name, text, written, meant) => {
  expect(mend(text)).toEqual([{ written, meant }])
})

test.each([
  ['words that people use', 'Was kostet eine Masterkarte?'],
  ['short words, which may well be others', 'Schreibe ein Gedicht'],
  ['words that resemble none', 'Quastenflosser'],
  ['numbers and an empty text', '2024 '],
])('leaves %s alone', (_name, text) => {
  expect(mend(text)).toEqual([])
})
