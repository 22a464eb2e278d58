import { expect, test } from 'vitest'
import { readTsvLines } from './read-tsv-lines.ts'

/** Words of invented lines: text and how sure tesseract is of it. */
function tsv(lines: [string, number][][]): string {
  const rows = lines.flatMap((words, line) =>
    words.map(
      ([text, confidence], at) =>
        `5\t1\t1\t1\t${line + 1}\t${at + 1}\t${100 + at * 120}\t${100 + line * 60}\t100\t28\t${confidence}\t${text}`,
    ),
  )
  return [
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
    ...rows,
  ].join('\n')
}

test('a word that is hard to read stays in a line that is not; specks and stamps go', () => {
  const { lines } = readTsvLines(
    tsv([
      [
        ['Die', 95],
        ['Karten', 96],
        ['sind.!', 8],
        ['Zeiten', 95],
        ['·', 3],
      ],
      [
        ['Ema', 9],
        ['ngegn', 12],
      ],
    ]),
    1,
  )
  expect(lines.map(({ text }) => text)).toEqual(['Die Karten sind.! Zeiten'])
})
