import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isGerman } from './is-german.ts'

describe('a sentence is taken for German', () => {
  test.each([
    'Die Gastkarte gilt drei Monate.',
    'Gastkarte erteilt das Gästeamt auf Antrag.',
    'Nach § 4 Abs. 1 MusterG erlischt die Gastkarte des Künstlers mit der Ausreise.',
    'Das Gästeamt unterrichtet die „United Nations High Commissioner for Refugees of the Republic“ unverzüglich.',
    'Herr John of Gaunt and Company Ltd. ist nicht Inhaber der Gastkarte.',
    'Gebühr Gastkarte Verlängerung Ersatz Verlust: 50 Euro',
    'Ja, drei Monate.',
    'Die Gerichte machen die Gesetze.',
    'Erforderlich sind Sprachkenntnisse der Stufe A1 (can understand and use familiar everyday expressions) nach dem Referenzrahmen.',
  ])('%s', (text) => {
    expect(isGerman(text)).toBe(true)
  })
})

describe('a sentence is not taken for German', () => {
  test.each([
    'The guest card is valid for three months.',
    'The card may not be extended by the Gästeamt under § 4 Abs. 1 MusterG.',
    'La carte est valable pour une durée de trois mois.',
    'La tarjeta de huésped es válida para tres meses y no se puede renovar.',
    'La carta non è rinnovabile per gli ospiti del paese.',
    'De kaart is geldig voor drie maanden met een verlenging.',
    'Karta jest ważna przez trzy miesiące i nie może być przedłużona.',
    'Misafir kartı üç ay için geçerlidir ve bu süre uzatılamaz.',
    'Гостевая карта действительна три месяца.',
    '访客卡的有效期为三个月，不得延长。',
    'بطاقة الضيف صالحة لمدة ثلاثة أشهر.',
  ])('%s', (text) => {
    expect(isGerman(text)).toBe(false)
  })
})

test('whatever stands in quotation marks changes nothing', () => {
  const quoted = fc.stringMatching(/^[a-zäöü ]{0,60}$/)
  fc.assert(
    fc.property(quoted, (words) => {
      expect(isGerman(`Das Gästeamt nennt den Gast „${words}“ und stellt ihm eine Karte aus.`)).toBe(true)
      expect(isGerman(`The office calls the guest “${words}” and issues a card to them.`)).toBe(false)
    }),
  )
})
