import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'

const split = (text: string, closed: { start: number; end: number }[] = []) =>
  splitSentences(text, closed).map(({ start, end }) => text.slice(start, end))

/** Marks `{` and `}` stand for the ends of a closed stretch. */
const splitMarked = (marked: string) => {
  const start = marked.indexOf('{')
  const end = marked.indexOf('}') - 1
  return split(marked.replace(/[{}]/g, ''), [{ start, end }])
}

describe('a full stop ends a sentence', () => {
  test.each([
    ['before a capital letter', 'Der Antrag ist zu stellen.| Die Behörde entscheidet.'],
    ['before a paragraph', 'Das gilt nicht.| § 5 bleibt unberührt.'],
    ['behind a reference', 'Es gilt Absatz 1.| Die Frist beginnt nach § 3 Satz 2.| Abweichend gilt Nummer 3.'],
    ['behind a year', 'Das galt bis zum 31. Dezember 2005.| Seit 2006 gilt es nicht.| Ende.'],
    ['behind a lettered part', 'Es gilt § 2 Nummer 1 Buchstabe b.| Die Frist läuft.'],
    ['behind two lettered parts', 'Es gelten die Buchstaben a und b.| Die Frist läuft.'],
    ['behind a book of the code', 'Es gilt das SGB II.| Die Leistung endet.'],
    ['behind ff. and usw.', 'Es gelten §§ 5 ff.| Die Frist läuft für Hunde, Katzen usw.| Der Rest ist frei.'],
    ['behind an alternative', 'Es gilt § 5 Abs. 1 Satz 1 2. Alt.| Die Frist läuft.'],
    ['behind a bracket', 'Das ist so (vgl. § 3).| Es bleibt dabei.'],
    ['behind a quote', 'Er trägt den Vermerk „Gilt nur im Inland.“| Der Vermerk ist zu unterschreiben.'],
    ['behind a footnote sign', 'Das ist so.¹| Es bleibt dabei.*)| Ende.'],
    ['with an exclamation or question mark', 'Halt!| Wer ist da?| Niemand.'],
    ['behind the word Art', 'Leistungen gleicher Art.| Sie enden.'],
  ])('%s', (_, marked) => {
    expect(split(marked.replaceAll('|', ''))).toEqual(marked.split('|').map((part) => part.trim()))
  })
})

describe('a full stop ends no sentence', () => {
  test.each([
    ['in references', 'Es gilt § 5 Abs. 1 S. 2 Nr. 3 Buchst. b i. V. m. Art. 6 Abs. 1 GG entsprechend.'],
    [
      'in citations of decisions',
      'So die Rspr. (BVerwG, Urt. v. 26.10.2010 - 1 C 16.09 -, BVerwGE 138, 135 Rn. 12; Muster, VwGO, 4. Aufl. 2022, Rz. 13; stRspr).',
    ],
    [
      'in papers of parliaments and files',
      'Vgl. BT-Drs. 17/6906, S. 70, LT-Drs. 15/8486 und Bl. 290 d. A., § 42 Abs. 1 Alt. 1 VwGO.',
    ],
    [
      'in what is read together',
      'Es gilt § 99 Abs. 2 i. V. m. Satz 10 und § 5 i.V.m. Absatz 2 Nr. 4 1. Hs. des Gesetzes.',
    ],
    ['in dates', 'Das Gesetz vom 25. Februar 2008 (BGBl. I S. 162) gilt ab dem 1. Januar.'],
    ['in ordinals', 'Wer das 18. Lebensjahr vollendet hat, geht in die 2. Kammer oder das 1. und 2. Lehrjahr.'],
    [
      'in abbreviations',
      'Es gilt z. B. d. h. bzw. vgl. ggf. die Bek. v. 3.5.2011, s. u. Nr. 4, ca. 5 Mio. Euro u. a. Dinge.',
    ],
    ['in initials', 'Prof. Dr. A. Muster und J. W. Probe sind erfunden.'],
    ['in numbers', 'Der Beitrag von 1.000 Euro nach Nr. 2.5 ist fällig.'],
    ['in a quote', 'Das Wort „Nein. Ja. Vielleicht.“ gilt nicht.'],
    ['in ellipses', 'Es gilt ... Absatz 5.'],
    ['of a heading’s number', 'II. Abschnitt Muster'],
  ])('%s', (_, text) => {
    expect(split(text)).toEqual([text])
  })
})

describe('a line end', () => {
  test.each([
    ['separates blocks', 'Teil A\nMuster'],
    ['separates a sentence from a heading', 'Das gilt.|\nMuster'],
  ])('%s', (_, text) => {
    expect(split(text.replaceAll('|', ''))).toHaveLength(2)
  })

  test.each([
    ['before a word in small letters', 'die Formel A\nwobei A die Zahl ist.'],
    ['behind a comma or colon', 'Der Eid lautet:\nIch schwöre,\nDies zu tun.'],
  ])('ends no sentence %s', (_, text) => {
    expect(split(text)).toEqual([text])
  })
})

describe('a list belongs to the sentence it stands in', () => {
  test.each([
    ['and ends with it', 'Es gilt, wenn\n{1. A. Das gilt.\n2. B.}\nSatz zwei.', 2],
    ['which goes on behind it in small letters', 'Wer\n{1. A. Das gilt.\n2. B.}\nist, zahlt. Satz zwei.', 2],
    [
      'which goes on behind it with a noun',
      'Wer\n{1. A ist oder\n2. B ist,}\nZahlungen leistet, ist frei. Satz zwei.',
      2,
    ],
    ['even where a full stop stands before it', 'Es gilt z. B.\n{1. A.\n2. B.}\nSatz zwei.', 2],
    ['also if its last item is gone', 'Wer\n{1. A ist,\n2. (weggefallen)}\nSatz zwei.', 2],
    ['as does a table', 'Es beträgt\n{1 | 5 Euro\n2 | 6 Euro}\nSatz zwei.', 2],
  ])('%s', (_, marked, count) => {
    const sentences = splitMarked(marked)
    expect(sentences).toHaveLength(count)
    expect(sentences.at(-1)).toBe('Satz zwei.')
  })
})

describe('whatever the text', () => {
  const words = fc.constantFrom(
    'Satz',
    'nach',
    'Abs',
    '1',
    '.',
    '. ',
    '\n',
    ' ',
    '„',
    '“',
    '!',
    '?',
    ':',
    'z',
    'A',
    '§',
    '(',
    ')',
    '¹',
  )
  const text = fc.oneof(
    fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )

  test('sentences are in order, do not overlap, and lose nothing but white space', () => {
    fc.assert(
      fc.property(text, (sample) => {
        let at = 0
        for (const { start, end } of splitSentences(sample)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(sample.slice(at, start).trim()).toBe('')
          expect(sample.slice(start, end)).toBe(sample.slice(start, end).trim())
          at = end
        }
        expect(sample.slice(at).trim()).toBe('')
      }),
    )
  })

  test('a quote’s end that lies in a closed stretch ends no sentence', () => {
    for (const sample of ['\n“?“\nSatz', '„Muster!“ Satz'])
      for (let start = 0; start < sample.length; start += 1)
        for (const sentence of splitSentences(sample, [{ start, end: sample.length }]))
          expect(sentence.end <= start || sentence.end === sample.length).toBe(true)
  })

  test('no sentence ends inside a closed stretch', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (sample, a, b) => {
        const start = Math.min(a, b, sample.length)
        const end = Math.min(Math.max(a, b), sample.length)
        for (const sentence of splitSentences(sample, [{ start, end }]))
          expect(sentence.end > start && sentence.end < end && sample.slice(sentence.end, end).trim() !== '').toBe(
            false,
          )
      }),
    )
  })

  test('100 kB of opening quotes or full stops are split', () => {
    expect(splitSentences('„'.repeat(100_000))).toHaveLength(1)
    expect(splitSentences('A. '.repeat(33_000)).length).toBeGreaterThan(0)
    expect(splitSentences(`${'x'.repeat(100_000)}. Ende.`)).toHaveLength(2)
  })
})
