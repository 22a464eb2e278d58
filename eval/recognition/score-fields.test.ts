import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { Particulars } from '../../src/law/particulars.ts'
import { toDay } from '../../src/law/day.ts'
import { headerLabelSchema } from './header-label.ts'
import { scoreFields } from './score-fields.ts'
import { visibleText } from './visible-text.ts'

const label = (fields: object) =>
  headerLabelSchema.parse({
    path: 'a.md',
    kind: 'decree',
    issuer: null,
    fileNumbers: [],
    day: null,
    replaces: [],
    validUntil: null,
    subject: null,
    ...fields,
  })

const found = (fields: Partial<Particulars>): Particulars => ({
  issuer: null,
  kindName: null,
  fileNumbers: [],
  issuedOn: null,
  ecli: null,
  addressees: [],
  subject: null,
  validUntil: null,
  norms: [],
  relations: [],
  ...fields,
})

test('a number is right whatever its hyphens and spaces, another one is wrong and the own one missed', () => {
  const own = label({ fileNumbers: ['C-1/20', '1 C 12.12'] })
  expect(scoreFields(own, found({ fileNumbers: ['C‑1/20', '1 C 12.12'] })).fileNumbers).toMatchObject({
    right: 2,
    wrong: [],
  })
  expect(scoreFields(own, found({ fileNumbers: ['C-1/20', '2 C 12.12'] })).fileNumbers).toEqual({
    right: 1,
    wrong: ['2 C 12.12'],
    missed: ['1 C 12.12'],
  })
})

test('a wrong value counts against precision and recall, none against recall alone, a tolerated one against neither', () => {
  const day = label({ day: '2024-03-12' })
  expect(scoreFields(day, found({ issuedOn: toDay('2024-03-13') })).day).toEqual({
    right: 0,
    wrong: ['2024-03-13'],
    missed: ['2024-03-12'],
  })
  expect(scoreFields(day, found({})).day).toEqual({ right: 0, wrong: [], missed: ['2024-03-12'] })
  const headless = label({ issuerAlso: ['Landtag'] })
  expect(scoreFields(headless, found({ issuer: 'Landtag' })).issuer).toEqual({ right: 0, wrong: [], missed: [] })
  expect(scoreFields(headless, found({ issuer: 'Landrat' })).issuer?.wrong).toEqual(['Landrat'])
})

test('a replaced work is the one of its day; one of another day is none', () => {
  const relation = { kind: 'repeals', text: 'Musterverordnung', fileNumber: null, documentId: null } as const
  const replacing = label({ replaces: [{ text: 'Musterverordnung', fileNumber: null, day: '1997-03-04' }] })
  const score = (day: string) =>
    scoreFields(replacing, found({ relations: [{ ...relation, issuedOn: toDay(day) }] })).replaces
  expect(score('1997-03-04')).toEqual({ right: 1, wrong: [], missed: [] })
  expect(score('1998-03-04')).toMatchObject({ right: 0, missed: ['Musterverordnung 1997-03-04'] })
})

test('fields that stand only in metadata are not scored', () => {
  expect(scoreFields(label({ day: '2024-03-12', metadataFields: ['day'] }), found({})).day).toBeUndefined()
})

test('the reader is shown what a person sees: no programs, no metadata, a line an element', () => {
  const page =
    '<html><body><script>no</script><p>Az.: <b>1</b>-2</p><akn:meta>2024-01-01</akn:meta><div>Zeile<br>zwei</div></body></html>'
  const text = visibleText(parseHTML(page).document)
  expect(text.split('\n').filter((line) => line.trim() !== '')).toEqual(['Az.: 1-2', 'Zeile', 'zwei'])
})
