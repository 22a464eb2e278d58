import type { TermWords } from './find-terms.ts'

/** Residence titles and papers, and what laws and offices call them. All-capital words are abbreviations. */
export const titleWords: TermWords = [
  ['Aufenthaltstitel', 'Aufenthaltstitel, AT, eAT'],
  ['Aufenthaltserlaubnis', 'Aufenthaltserlaubnis, Aufenthaltserlaubnisse, AE'],
  ['Niederlassungserlaubnis', 'Niederlassungserlaubnis, Niederlassungserlaubnisse, NE'],
  ['Erlaubnis zum Daueraufenthalt-EU', 'Daueraufenthalt-EU, Daueraufenthalt EU, Daueraufenthaltserlaubnis, DA-EU'],
  ['Blaue Karte EU', 'Blaue Karte, Blaue Karte EU, Blauen Karte, Blue Card, Bluecard, BKE'],
  ['ICT-Karte', 'ICT-Karte, ICT'],
  ['Mobiler-ICT-Karte', 'Mobiler-ICT-Karte, Mobile ICT-Karte'],
  ['Chancenkarte', 'Chancenkarte'],
  [
    'Chancen-Aufenthaltsrecht',
    'Chancenaufenthalt, Chancenaufenthaltsrecht, Chancen-Aufenthaltsrecht, Chancen-Aufenthalt',
  ],
  ['Visum', 'Visum, Visums, Visa, Visumantrag'],
  ['Schengen-Visum', 'Schengen-Visum, Schengenvisum, C-Visum'],
  ['nationales Visum', 'nationales Visum, D-Visum'],
  ['Duldung', 'Duldung, Duldungen, Duldungsbescheinigung, geduldet'],
  ['Ausbildungsduldung', 'Ausbildungsduldung'],
  ['Beschäftigungsduldung', 'Beschäftigungsduldung'],
  ['Aufenthaltsgestattung', 'Aufenthaltsgestattung, Gestattung, gestattet'],
  ['Fiktionsbescheinigung', 'Fiktionsbescheinigung, Fiktion, Fiktionswirkung, FB'],
  ['Freizügigkeit', 'Freizügigkeit, Freizügigkeitsrecht, freizügigkeitsberechtigt, Freizügigkeitsbescheinigung'],
  ['Aufenthaltskarte', 'Aufenthaltskarte'],
  ['Daueraufenthaltskarte', 'Daueraufenthaltskarte, Daueraufenthaltsbescheinigung'],
  ['Grenzübertrittsbescheinigung', 'Grenzübertrittsbescheinigung, GÜB'],
  [
    'Reiseausweis für Flüchtlinge',
    'Reiseausweis für Flüchtlinge, Flüchtlingspass, Flüchtlingsausweis, Konventionspass',
  ],
  ['Reiseausweis für Ausländer', 'Reiseausweis für Ausländer, Ausländerpass, grauer Pass'],
]
