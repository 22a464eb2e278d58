import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersons } from './find-persons.ts'
import { findTitles } from './find-titles.ts'

const titles = (text: string) => findTitles(text).map(({ title, negated }) => (negated ? `ohne ${title}` : title))
const persons = (text: string) =>
  findPersons(text).map(({ person, nationality, age, negated }) =>
    [negated ? 'kein' : null, person, nationality, age].filter((each) => each !== null).join(' '),
  )

describe('the titles a question names', () => {
  test.each<[string, string[]]>([
    ['Kann die AE verlängert werden?', ['Aufenthaltserlaubnis']],
    ['zwei Aufenthaltserlaubnisse', ['Aufenthaltserlaubnis']],
    ['was kostet ne Bescheinigung', []],
    ['NE nach 5 Jahren', ['Niederlassungserlaubnis']],
    ['Inhaber einer Blauen Karte EU', ['Blaue Karte EU']],
    ['Ausbildungsduldung statt Duldung', ['Ausbildungsduldung', 'Duldung']],
    ['seit Jahren geduldet', ['Duldung']],
    ['Verlängerung des Flüchtlingspasses', ['Reiseausweis für Flüchtlinge']],
    ['Fiktion nach Antrag', ['Fiktionsbescheinigung']],
    ['D-Visum oder Schengen-Visum', ['nationales Visum', 'Schengen-Visum']],
    ['eAT abgelaufen', ['Aufenthaltstitel']],
    // Negation.
    ['ohne Duldung', ['ohne Duldung']],
    ['hat keine gültige Aufenthaltserlaubnis', ['ohne Aufenthaltserlaubnis']],
    ['nicht mehr im Besitz einer Duldung', ['ohne Duldung']],
    ['weder Visum noch Duldung', ['ohne Visum', 'ohne Duldung']],
    ['ohne Pass und Visum', ['ohne Visum']],
    ['kein Visum und eine Duldung', ['ohne Visum', 'Duldung']],
    ['Eine Duldung hat er nicht.', ['ohne Duldung']],
    ['Visum liegt nicht vor', ['ohne Visum']],
    ['nicht nur eine Duldung', ['Duldung']],
    ['nicht ohne Visum', ['Visum']],
    ['Er darf nicht arbeiten mit Duldung', ['Duldung']],
    ['Er kommt nicht, Duldung vorhanden', ['Duldung']],
    ['Kann die Duldung nicht verlängert werden?', ['Duldung']],
    ['Gilt das nicht? Duldung liegt vor', ['Duldung']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(titles(text)).toEqual(expected)
  })
})

describe('the persons a question names', () => {
  test.each<[string, string[]]>([
    ['Die Ehefrau eines Flüchtlings', ['Ehegatte', 'Flüchtling']],
    ['Sie will ihren Mann nachholen', ['Ehegatte']],
    ['Frau Muster fragt', []],
    ['Kinder und Söhne', ['Kind', 'Kind']],
    ['Kindergeld', []],
    ['syrischer Student', ['Syrien', 'Student']],
    ['eine Türkin mit deutschem Ehemann', ['Türkei', 'Deutschland', 'Ehegatte']],
    ['Sie ist Deutsche', ['Deutscher Deutschland']],
    ['Deutsch B1, deutsche Behörde, nach deutschem Recht', []],
    ['Ehegatte eines Unionsbürgers', ['Ehegatte', 'Unionsbürger']],
    ['subsidiär Schutzberechtigte', ['subsidiär Schutzberechtigter']],
    ['hat subsidiären Schutz', ['subsidiär Schutzberechtigter']],
    ['Azubi mit Duldung', ['Auszubildender']],
    ['Geduldete ohne Pass', ['Geduldeter']],
    ['16-jähriger Asylbewerber', ['Minderjähriger 16', 'Asylbewerber']],
    ['Der Sohn ist 17 Jahre alt', ['Kind', 'Minderjähriger 17']],
    ['Die Tochter ist 19.', ['Kind', '19']],
    ['seit 5 Jahren hier', []],
    ['minderjähriges Kind', ['Minderjähriger', 'Kind']],
    // Negation.
    ['ist kein Student mehr', ['kein Student']],
    ['ist nicht Deutscher', ['kein Deutscher Deutschland']],
    ['Kann ohne Visum die Ehefrau einreisen?', ['Ehegatte']],
    ['ohne Eltern', ['kein Elternteil']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(persons(text)).toEqual(expected)
  })
})

test('offsets are those of the words, whatever stands around them', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('Duldung', 'syrische', 'AE', 'Ehegatten'), fc.string(), (a, word, b) => {
      const text = `${a} ${word} ${b}`
      const found = [...findTitles(text), ...findPersons(text)]
      expect(found.map((each) => text.slice(each.start, each.end))).toContain(word)
      expect(found.every((each) => text.slice(each.start, each.end) === each.text)).toBe(true)
    }),
  )
})
