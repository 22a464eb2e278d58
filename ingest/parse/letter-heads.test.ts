import { describe, expect, test } from 'vitest'
import { recogniseHeader } from './recognise-header.ts'
import type { Particulars } from '../../src/law/particulars.ts'

/** Letters of German authorities as they are set; every authority, number and rule in them is invented. */
const letters: { name: string; text: string; expected: Partial<Particulars> }[] = [
  {
    name: 'a decree of a Land’s ministry with its column at the right',
    text: `Musterministerium des Innern des Landes Musterland, 40190 Musterstadt
Musterministerium des Innern
des Landes Musterland
Bearbeitet von
Frau Beispiel
E-Mail: muster@mi.musterland.example
Durchwahl 0211 871-0000
Mein Zeichen
14-39.08.01-5
Aktenzeichen (bei Antwort bitte angeben)
14-39.08.01-5-123/24
Musterstadt, 12. März 2024
An die
Ausländerbehörden des Landes Musterland
nachrichtlich:
Landkreistag Musterland
Städtetag Musterland
Betr.: Erteilung von Musterausweisen
Bezug: Mein Erlass vom 3. Mai 2019 – Az. 14-39.06.01-7
Mit diesem Erlass gebe ich folgende Hinweise.
Mein Erlass vom 3. Mai 2019 – Az. 14-39.06.01-7 – wird aufgehoben.
Dieser Erlass tritt mit Ablauf des 31. Dezember 2026 außer Kraft.
Im Auftrag
Beispiel`,
    expected: {
      issuer: 'Musterministerium des Innern des Landes Musterland',
      fileNumbers: ['14-39.08.01-5-123/24'],
      issuedOn: '2024-03-12' as never,
      kindName: 'Erlass',
      subject: 'Erteilung von Musterausweisen',
      addressees: ['Ausländerbehörden des Landes Musterland', 'Landkreistag Musterland', 'Städtetag Musterland'],
      validUntil: '2026-12-31' as never,
      relations: [
        {
          kind: 'repeals',
          text: 'Erlass',
          fileNumber: '14-39.06.01-7',
          issuedOn: '2019-05-03' as never,
          documentId: null,
        },
      ],
    },
  },
  {
    name: 'a circular of the federal ministry with its labels in capitals',
    text: `Bundesministerium des Musterwesens
POSTANSCHRIFT Bundesministerium des Musterwesens, 11014 Berlin
HAUSANSCHRIFT Muster-Platz 1, 10557 Berlin
BEARBEITET VON RD Beispiel
TEL +49(0)30 18 681-0000
E-MAIL M9@bmm.example
AZ M9-21000/12#4
DATUM Berlin, 5. April 2024
BETREFF Musterregelung zum Aufenthalt
HIER Anwendung des § 99 MusterG
BEZUG Rundschreiben vom 1. Februar 2023, M9-21000/11#2
An die
Innenministerien und Senatsverwaltungen
der Länder
Mit diesem Rundschreiben gebe ich Hinweise.`,
    expected: {
      issuer: 'Bundesministerium des Musterwesens',
      fileNumbers: ['M9-21000/12#4'],
      issuedOn: '2024-04-05' as never,
      kindName: 'Rundschreiben',
      subject: 'Musterregelung zum Aufenthalt',
      relations: [],
    },
  },
  {
    name: 'a service instruction of a town',
    text: `Stadt Musterhausen
Der Oberbürgermeister
Fachbereich Ordnung und Musterwesen
Ausländerbehörde
Dienstanweisung Nr. 7/2024
über die Ausgabe von Musterkarten
Geschäftszeichen: 33-MK/24
Musterhausen, den 15.01.2024
1. Zweck
Diese Dienstanweisung regelt die Ausgabe.
Sie tritt am 01.02.2024 in Kraft. Die Dienstanweisung vom 02.03.2018 (Az. 33-MK/18) tritt außer Kraft.`,
    expected: {
      issuer: 'Stadt Musterhausen',
      fileNumbers: ['33-MK/24'],
      issuedOn: '2024-01-15' as never,
      kindName: 'Dienstanweisung',
    },
  },
  {
    name: 'a decree that came as a mail',
    text: `Von: Referat 14 (MusterMI)
Gesendet: Dienstag, 12. März 2024 09:15
An: Poststelle
Betreff: Musterausweise; Az. 14-39.12.03-2
Musterministerium für Flucht und Beispiele
Referat 14
Az.: 14-39.12.03-2
Sehr geehrte Damen und Herren,
mit diesem Erlass bitte ich um Beachtung.
Im Auftrag`,
    expected: { issuer: 'Musterministerium für Flucht und Beispiele', fileNumbers: ['14-39.12.03-2'] },
  },
  {
    name: 'a senate’s department with Geschäftszeichen in brackets',
    text: `Senatsverwaltung für Inneres und Muster
Senatsverwaltung für Inneres und Muster, Klosterstraße 1, 10179 Musterstadt
Geschäftszeichen (bitte angeben):
I B 12 – 0345/7
Bearbeiter: Herr Beispiel
Tel. 030 9223-0000
20. Juni 2023
An das
Landesamt für Musterwesen
Weisung zur Musterduldung`,
    expected: {
      issuer: 'Senatsverwaltung für Inneres und Muster',
      fileNumbers: ['I B 12 – 0345/7'],
      issuedOn: '2023-06-20' as never,
    },
  },
  {
    name: 'a regional government that answers under "Unser Zeichen"',
    text: `Regierung von Mustermittelfranken
Promenade 27 · 91522 Musterbach
Ihr Zeichen: 32-1/24
Ihre Nachricht vom: 01.02.2024
Unser Zeichen: RMF-SG25-1234-5-6
Musterbach, 07.02.2024
An die Kreisverwaltungsbehörden
Betreff: Musterverfahren`,
    expected: {
      issuer: 'Regierung von Mustermittelfranken',
      fileNumbers: ['RMF-SG25-1234-5-6'],
      issuedOn: '2024-02-07' as never,
      subject: 'Musterverfahren',
    },
  },
  {
    name: 'a Land’s office under a Gz. and beside "Ihr Zeichen"',
    text: `Landesamt für Einwanderung Musterland
Ihr Zeichen: AB-77/2023
Gz.: LEA 2.1-2024/55
04.07.2024
An alle Referate
Betrifft: Musterkarte
Bezug: Erlass des Musterministeriums vom 01.06.2024, Az.: 14-39.01-1`,
    expected: {
      issuer: 'Landesamt für Einwanderung Musterland',
      fileNumbers: ['LEA 2.1-2024/55'],
      issuedOn: '2024-07-04' as never,
      subject: 'Musterkarte',
    },
  },
  {
    name: 'a letter with a reference and no number of its own',
    text: `Ministerium für Inneres und Muster Musterland
Musterstadt, 3. Juni 2024
An die
unteren Ausländerbehörden
Betreff: Musterkarte
Bezug: Mein Erlass vom 3. Mai 2019 – Az.: 14-39.06.01-7
Dieser Erlass gilt bis zum 31.12.2025.`,
    expected: {
      issuer: 'Ministerium für Inneres und Muster Musterland',
      fileNumbers: [],
      issuedOn: '2024-06-03' as never,
      validUntil: '2025-12-31' as never,
    },
  },
  {
    name: 'a district government whose name stands in one line with "Die"',
    text: `Bezirksregierung Musterberg
Dezernat 21
Aktenzeichen: 21.02.01-3/2024
Auskunft erteilt: Frau Beispiel
Bezirksregierung Musterberg · 48128 Musterberg
Datum: 9. September 2024
Rundverfügung Nr. 3/2024
An die kreisfreien Städte und Kreise
als Ausländerbehörden`,
    expected: {
      issuer: 'Bezirksregierung Musterberg',
      fileNumbers: ['21.02.01-3/2024'],
      issuedOn: '2024-09-09' as never,
    },
  },
  {
    name: 'a district with its head of administration',
    text: `KREIS MUSTERBURG
Der Landrat
Amt für öffentliche Ordnung
Az: 32.1-12-34/56
Musterburg, den 11.11.2023
Verfügung
Hiermit weise ich die Sachgebiete an.`,
    expected: {
      issuer: 'Kreis Musterburg',
      fileNumbers: ['32.1-12-34/56'],
      issuedOn: '2023-11-11' as never,
      kindName: 'Verfügung',
    },
  },
  {
    name: 'a state capital',
    text: `Landeshauptstadt Musterstadt
Amt für Migration
Dienstanweisung zur Musterkarte
Az.: 30-5/2024
Musterstadt, 02.05.2024`,
    expected: { issuer: 'Landeshauptstadt Musterstadt', fileNumbers: ['30-5/2024'], issuedOn: '2024-05-02' as never },
  },
  {
    name: 'a Saxon ministry in capitals with its head’s title',
    text: `SÄCHSISCHES STAATSMINISTERIUM DES MUSTERWESENS
Postfach 10 02 86, 01076 Dresden
Ihr Ansprechpartner
Herr Beispiel
Aktenzeichen
24-1362/37/5
Dresden, 8. August 2024
Landesdirektion Muster
nachrichtlich:
Untere Ausländerbehörden`,
    expected: {
      issuer: 'Sächsisches Staatsministerium des Musterwesens',
      fileNumbers: ['24-1362/37/5'],
      issuedOn: '2024-08-08' as never,
    },
  },
  {
    name: 'a free state’s ministry under the name of the Land',
    text: `Freistaat Musterland
Staatsministerium des Innern
Odeonsplatz 3 - 80539 Musterstadt
Ihre Nachricht
Unser Zeichen
F2-2081-3-34
Bearbeiterin
Frau Beispiel
Musterstadt
15.05.2024
Musterausweise;
Vollzug des Mustergesetzes`,
    expected: { issuer: 'Staatsministerium des Innern', fileNumbers: ['F2-2081-3-34'] },
  },
  {
    name: 'an agency and its central office',
    text: `Zentrale Ausländerbehörde Musterland
Az. ZAB 12-34/24
10.10.2024
Hausverfügung 3/24`,
    expected: {
      issuer: 'Zentrale Ausländerbehörde Musterland',
      fileNumbers: ['ZAB 12-34/24'],
      issuedOn: '2024-10-10' as never,
    },
  },
]

describe('A letter of an authority is filled in from its head:', () => {
  test.each(letters)('$name', ({ text, expected }) => {
    const { particulars } = recogniseHeader(text.split('\n').map((line) => ({ text: line })))
    expect(particulars).toMatchObject(expected)
  })
})
