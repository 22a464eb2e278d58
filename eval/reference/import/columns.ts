import { fold } from '../../../src/text/fold.ts'

/** Fields of a reference question that a table can hold. */
export const fields = [
  'id',
  'question',
  'as_of',
  'reference_answer',
  'sources',
  'answerable',
  'key_points',
  'forbidden',
  'topic',
  'kind',
  'style',
  'tags',
  'weight',
  'author',
  'review_state',
] as const
export type Field = (typeof fields)[number]

/** What stands as Kennung in the template's example row, so that it never becomes a question. */
export const exampleId = 'BEISPIEL'

/** A column of an office's list. All words are German: they are shown to those who fill it in. */
export interface Column {
  /** As the template calls it. */
  heading: string
  /** Other headings understood; the field's own name always is. */
  others: string[]
  required: boolean
  explanation: string
  /** Characters, in the template. */
  width: number
}

export const kindWords: Record<string, string[]> = {
  direct: ['direkt', 'einfach', 'einzelne Norm'],
  multi_norm: ['mehrere Normen'],
  point_in_time: ['Stichtag', 'Rechtsstand', 'Zeitpunkt'],
  cross_reference: ['Verweis', 'Verweisung'],
  definition: ['Begriff', 'Definition'],
  deadline: ['Frist'],
  competence: ['Zuständigkeit'],
  procedure: ['Verfahren'],
  case: ['Fall', 'Fallfrage', 'Sachverhalt'],
  unanswerable: ['nicht beantwortbar', 'unbeantwortbar'],
  unspecified: ['ohne Angabe'],
}

export const styleWords: Record<string, string[]> = {
  keyword: ['Stichwörter', 'Stichworte', 'Stichwort'],
  colloquial: ['Umgangssprache', 'umgangssprachlich'],
  formal: ['förmlich', 'formell', 'Amtssprache'],
  case: ['Fall', 'Sachverhalt'],
  typo: ['Tippfehler', 'mit Tippfehlern'],
  unspecified: ['ohne Angabe'],
}

export const reviewWords: Record<string, string[]> = {
  draft: ['Entwurf', 'offen'],
  reviewed: ['geprüft'],
  approved: ['freigegeben'],
}

const firstOf = (words: Record<string, string[]>) =>
  Object.values(words)
    .map(([word]) => word)
    .join(', ')

export const columns: Record<Field, Column> = {
  id: {
    heading: 'Kennung',
    others: ['ID', 'Nr', 'Nummer', 'lfd Nr', 'Frage Nr', 'Fragennummer'],
    required: false,
    explanation:
      'Kurzer Name der Frage, der sich nicht mehr ändert (Buchstaben, Ziffern, Punkt, Bindestrich). Bleibt die Spalte leer, wird eine Kennung aus der Frage gebildet.',
    width: 12,
  },
  question: {
    heading: 'Frage',
    others: ['Fragestellung', 'Fragetext', 'Testfrage', 'Prompt'],
    required: true,
    explanation: 'Die Frage, wie sie am Schreibtisch gestellt wird: mit Abkürzungen, Umgangssprache und Tippfehlern.',
    width: 60,
  },
  as_of: {
    heading: 'Stichtag',
    others: ['Rechtsstand', 'Rechtslage am', 'Rechtslage', 'Stand des Rechts'],
    required: false,
    explanation:
      'Tag, dessen Recht gefragt ist: 05.03.2025 oder ein Datum von Excel. Ohne Angabe gilt der Tag, der beim Einlesen genannt wird (--as-of), sonst heute.',
    width: 12,
  },
  reference_answer: {
    heading: 'Musterantwort',
    others: [
      'Antwort',
      'Referenzantwort',
      'Expertenantwort',
      'Erwartete Antwort',
      'Soll-Antwort',
      'Lösung',
      'Musterlösung',
    ],
    required: false,
    explanation: 'Die richtige Antwort in eigenen Worten. Musterantwort oder Quellen müssen da sein.',
    width: 60,
  },
  sources: {
    heading: 'Quellen',
    others: [
      'Quelle',
      'Fundstellen',
      'Fundstelle',
      'Rechtsgrundlage',
      'Rechtsgrundlagen',
      'Normen',
      'Norm',
      'Vorschriften',
      'Belege',
    ],
    required: false,
    explanation:
      'Wo die Antwort steht, eine Quelle je Zeile (Alt+Eingabe) oder mit Semikolon getrennt: „§ 31 Abs. 1 AufenthG“. Erlasse und Urteile bleiben als Text stehen.',
    width: 34,
  },
  answerable: {
    heading: 'Beantwortbar',
    others: ['Antwort vorhanden'],
    required: false,
    explanation:
      'ja oder nein (leer: ja). Nein: die Antwort steht nicht in der Sammlung, und der Assistent soll das sagen. Eine Antwort ist dann nicht nötig.',
    width: 13,
  },
  key_points: {
    heading: 'Kernaussagen',
    others: ['Kernaussage', 'Muss-Aussagen', 'Pflichtaussagen'],
    required: false,
    explanation: 'Was eine richtige Antwort sagen muss: ein kurzer Satz je Zeile (Alt+Eingabe).',
    width: 44,
  },
  forbidden: {
    heading: 'Falsch-Aussagen',
    others: ['Falschaussagen', 'Falsch-Aussage', 'Falsche Aussagen', 'Verbotene Aussagen', 'Typische Fehler'],
    required: false,
    explanation: 'Was nur eine schlechte Antwort sagt: eine falsche Aussage je Zeile.',
    width: 44,
  },
  topic: {
    heading: 'Thema',
    others: ['Sachgebiet', 'Themengebiet', 'Bereich', 'Kategorie'],
    required: false,
    explanation: 'Kurzes Sachgebiet. Fragen zum selben Thema werden zusammen ausgewertet.',
    width: 20,
  },
  kind: {
    heading: 'Art',
    others: ['Frageart', 'Fragetyp', 'Typ', 'Art der Frage'],
    required: false,
    explanation: `Eines von: ${firstOf(kindWords)}.`,
    width: 16,
  },
  style: {
    heading: 'Stil',
    others: ['Sprachstil', 'Stil der Frage'],
    required: false,
    explanation: `Wie gefragt wird, eines von: ${firstOf(styleWords)}.`,
    width: 16,
  },
  tags: {
    heading: 'Schlagworte',
    others: ['Schlagwörter', 'Schlagwort', 'Stichworte', 'Tags'],
    required: false,
    explanation: 'Beliebige Wörter zum Auswerten, mit Komma oder Semikolon getrennt.',
    width: 20,
  },
  weight: {
    heading: 'Gewicht',
    others: ['Gewichtung', 'Wichtigkeit'],
    required: false,
    explanation: 'Zahl über 0: wie viel die Frage zählt (leer: 1). 2 zählt doppelt.',
    width: 9,
  },
  author: {
    heading: 'Verfasser',
    others: ['Verfasserin', 'Autor', 'Autorin', 'Erstellt von', 'Fachliche Quelle'],
    required: false,
    explanation: 'Wer die Frage und die Antwort geschrieben hat; ein Kürzel genügt.',
    width: 14,
  },
  review_state: {
    heading: 'Prüfstand',
    others: ['Prüfstatus', 'Status', 'Bearbeitungsstand'],
    required: false,
    explanation: `Eines von: ${firstOf(reviewWords)}.`,
    width: 13,
  },
}

const byName = new Map(
  fields.flatMap((field) =>
    [field, columns[field].heading, ...columns[field].others].map((name) => [keyOf(name), field]),
  ),
)

/** The field a heading means, by the whole of it or what stands before a slash or bracket; null where it is none of ours. */
export function fieldOf(heading: string): Field | null {
  const [first = ''] = heading.split(/[/(\n]/)
  return byName.get(keyOf(heading)) ?? byName.get(keyOf(first)) ?? null
}

/** How many cells of a row are headings of ours. */
export function countHeadings(cells: string[]): number {
  return cells.filter((cell) => fieldOf(cell) !== null).length
}

/** The value a German or English word stands for in such a list of words; null where it is not in it. */
export function meaningOf(word: string, words: Record<string, string[]>): string | null {
  const found = Object.entries(words).find(([value, names]) =>
    [value, ...names].some((name) => keyOf(name) === keyOf(word)),
  )
  return found?.[0] ?? null
}

function keyOf(name: string): string {
  return fold(name).replace(/[^a-z0-9]/g, '')
}
