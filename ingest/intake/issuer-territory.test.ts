import { describe, expect, test } from 'vitest'
import { issuerTerritory, namedLand } from './issuer-territory.ts'

describe('where a paper applies, by who issued it', () => {
  const named: [string, string | null][] = [
    ['Bundesministerium des Innern und für Heimat', 'DE'],
    ['Auswärtiges Amt', 'DE'],
    ['Bundesamt für Migration und Flüchtlinge', 'DE'],
    ['Gerichtshof der Europäischen Union', 'DE'],
    ['Ministerium für Musterwesen des Landes Nordrhein-Westfalen', 'DE-NW'],
    ['Innenministerium NRW', 'DE-NW'],
    ['Bezirksregierung Detmold', 'DE-NW'],
    ['Niedersächsisches Ministerium für Inneres und Sport', 'DE-NI'],
    ['Sächsisches Staatsministerium des Innern', 'DE-SN'],
    ['Ministerium für Inneres des Landes Sachsen-Anhalt', 'DE-ST'],
    ['Bayerisches Staatsministerium des Innern', 'DE-BY'],
    ['Regierung von Oberbayern', 'DE-BY'],
    ['Hessisches Ministerium des Innern', 'DE-HE'],
    ['Regierungspräsidium Gießen', 'DE-HE'],
    ['Thüringer Landesverwaltungsamt', 'DE-TH'],
    ['Senatsverwaltung für Inneres', 'DE-BE'],
    ['Landesamt für Einwanderung Berlin', 'DE-BE'],
    ['Der Senator für Inneres', 'DE-HB'],
    ['Freie und Hansestadt Hamburg', 'DE-HH'],
    ['Verwaltungsgericht Leipzig', 'DE-SN'],
    ['Landeshauptstadt München', 'DE-BY'],
    ['Stadt Köln', null],
    ['Stadt Musterstadt', null],
    ['Kreis Sachsenheim', null],
    ['Ministerium des Innern', null],
  ]
  test.each(named)('%s → %s', (issuer, expected) => {
    expect(issuerTerritory(issuer, 'DE-NW-05515')).toBe(expected)
  })

  test('a town of the office’s own Land is taken for the office’s, one of another Land never', () => {
    expect(issuerTerritory('Stadt Köln', 'DE-NW')).toBe(null)
    expect(issuerTerritory('Stadt Köln', 'DE-BY')).toBe('DE-NW')
    expect(issuerTerritory('Stadt Köln', 'DE')).toBe('DE-NW')
  })

  test('where several Länder are named, none is', () => {
    expect(namedLand('An die Ministerien in Hessen und Bayern')).toBe(null)
    expect(namedLand('An die Ausländerbehörden des Landes Brandenburg')).toBe('DE-BB')
  })
})
