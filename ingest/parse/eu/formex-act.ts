import { isDay, type Day } from '../../../src/law/day.ts'
import type { DocumentText, OutlineStep } from '../../../src/law/document-text.ts'
import { findElements } from '../rulings/find-element.ts'
import { childOf, characterData, childrenOf, type XmlElement } from '../xml-element.ts'
import { buildAct, type ActFacts, type ActPart } from './build-act.ts'
import { EuParseError } from './eu-parse-error.ts'
import { formexLines, formexWords } from './formex-lines.ts'
import { requireGermanFile } from './formex-language.ts'

/**
 * A regulation, directive or decision in Formex: `<CONS.ACT>` (consolidated) or `<ACT>` with its `<ANNEX>` files beside
 * it in one root. Recitals, articles and annexes become norms. @throws EuParseError
 */
export function parseFormexAct(root: XmlElement, act: XmlElement, celex: string): DocumentText {
  requireGermanFile(celex, act)
  const body = childOf(act, 'CONS.DOC') ?? act
  const annexes = act.name === 'ACT' ? findElements(root, ({ name }) => name === 'ANNEX' || name === 'CONS.ANNEX') : []
  const publishedOn = root === act ? null : publicationDay(root)
  return buildAct({ ...readFacts(act, body, celex), publishedOn }, [...readParts(body), ...annexes.map(readAnnex)])
}

/** Day of the Official Journal, from the list of files that comes with an act. */
function publicationDay(root: XmlElement): Day | null {
  const [reference] = findElements(root, ({ name }) => name === 'PUBLICATION.REF')
  return reference === undefined ? null : firstDate(reference)
}

function readFacts(act: XmlElement, body: XmlElement, celex: string): Omit<ActFacts, 'publishedOn'> {
  const title = childOf(body, 'TITLE')
  const info = childOf(act, 'INFO.CONSLEG')?.attributes ?? {}
  const reference = info['CONSLEG.REF']
  if (reference !== undefined && celex !== `3${reference}`)
    throw new EuParseError(celex, {
      problem: `die Datei enthält einen anderen Rechtsakt (3${reference})`,
      remedy: 'Prüfen Sie den Namen der Datei oder die CELEX-Nummer.',
    })
  const family = childOf(body, 'FAM.COMP')
  const modifying = family === null ? [] : findElements(family, ({ name }) => name === 'MOD.ACT')
  const titles = modifying.flatMap((one) => findElements(one, ({ name }) => name === 'TITLE'))
  return {
    celex,
    title: title === null ? celex : formexWords(title),
    enactedOn: title === null ? null : firstDate(title),
    consolidatedOn: info['START.DATE'] === undefined ? null : toDay(info['START.DATE']),
    amendments: titles.map(formexWords),
  }
}

function firstDate(element: XmlElement): Day | null {
  const [date] = findElements(element, ({ name }) => name === 'DATE')
  return toDay(date?.attributes['ISO'] ?? '')
}

/** `20090713` → `2009-07-13`. */
function toDay(digits: string): Day | null {
  const day = digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return isDay(day) ? day : null
}

function readParts(body: XmlElement): ActPart[] {
  const preamble = childOf(body, 'PREAMBLE')
  const terms = childOf(body, 'ENACTING.TERMS')
  const final = childOf(body, 'FINAL')
  return [
    ...(preamble === null ? [] : readPreamble(preamble)),
    ...(terms === null ? [] : readTerms(terms, [])),
    ...(final === null ? [] : [part('closing', 'Schlussformel', [final])]),
    ...childrenOf(body, 'CONS.ANNEX').map(readAnnex),
  ]
}

function part(kind: ActPart['kind'], norm: string, elements: XmlElement[]): ActPart {
  return { kind, norm, heading: null, outline: [], ...formexLines(elements) }
}

/** Whom and what it relies on, in one part; each recital is one of its own. */
function readPreamble(preamble: XmlElement): ActPart[] {
  const recitals = findElements(preamble, ({ name }) => name === 'CONSID')
  const around = preamble.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name !== 'GR.CONSID',
  )
  return [part('front', 'Präambel', around), ...recitals.map((recital, place) => readRecital(recital, place + 1))]
}

function readRecital(recital: XmlElement, place: number): ActPart {
  const numbered = childOf(recital, 'NP') ?? recital
  const stated = childOf(numbered, 'NO.P')
  const number = stated === null ? String(place) : (/\d+[a-z]?/.exec(characterData(stated))?.[0] ?? String(place))
  const words = numbered.children.filter((child) => child !== stated)
  return part('part', `Erwägungsgrund ${number}`, [{ ...numbered, name: 'P', children: words }])
}

function readTerms(terms: XmlElement, outline: OutlineStep[]): ActPart[] {
  return terms.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'ARTICLE') return [readArticle(child, outline)]
    const title = childOf(child, 'TITLE')
    return readTerms(child, title === null ? outline : [...outline, stepOf(title)])
  })
}

function stepOf(title: XmlElement): OutlineStep {
  const label = childOf(title, 'TI')
  const subtitle = childOf(title, 'STI')
  const words = label === null ? formexWords(title) : formexWords(label)
  return { label: sentenceCase(words), title: subtitle === null ? null : formexWords(subtitle) }
}

/** `TITEL I`, `ANHANG IV` as one writes them in a citation. */
function sentenceCase(words: string): string {
  return words.replace(/^\p{Lu}{3,}(?=$|[ \d])/u, (word) => (word[0] ?? '') + word.slice(1).toLowerCase())
}

function readArticle(article: XmlElement, outline: OutlineStep[]): ActPart {
  const named = childOf(article, 'TI.ART')
  const heading = childOf(article, 'STI.ART')
  const name = named === null ? '' : formexWords(named)
  const number = /^Artikel (\d+[a-z]?)$/i.exec(name)?.[1]
  const content = article.children.filter((child) => child !== named && child !== heading)
  const read = part('norm', number === undefined ? name || 'Artikel' : `Art ${number}`, [
    { ...article, children: content },
  ])
  return { ...read, heading: heading === null ? null : formexWords(heading), outline }
}

function readAnnex(annex: XmlElement): ActPart {
  const title = childOf(annex, 'TITLE')
  const step = title === null ? { label: 'Anhang', title: null } : stepOf(title)
  const content = annex.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child !== title && child.name !== 'BIB.INSTANCE',
  )
  const read = part('annex', step.label, content)
  const first = read.lines[0]
  return { ...read, heading: step.title ?? (first?.role === 'heading' ? first.text : null) }
}
