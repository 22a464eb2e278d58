import { isDay, type Day } from '../../../src/law/day.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import type { Line } from '../lines/line.ts'
import { buildRuling } from '../rulings/build-ruling.ts'
import { findElements } from '../rulings/find-element.ts'
import type { Block } from '../rulings/read-blocks.ts'
import type { RulingPart } from '../rulings/write-part.ts'
import { characterData, childOf, type XmlElement } from '../xml-element.ts'
import { courtOf, kindOf } from './eu-courts.ts'
import { euUrl } from './eu-links.ts'
import { EuParseError } from './eu-parse-error.ts'
import { formexLines, formexWords } from './formex-lines.ts'
import { requireGerman } from './require-german.ts'

/**
 * A judgment, order or opinion of the Union's courts in Formex. Its catchwords are the Leitsatz (the Court has no other),
 * its operative part the Tenor; the numbered paragraphs are Randnummern. @throws EuParseError
 */
export function parseFormexRuling(root: XmlElement, celex: string): DocumentText {
  const contents = findElements(root, ({ name }) => name.startsWith('CONTENTS.'))
  const parts = [...keywords(root), ...tenor(root), ...reasons(contents)]
  requireGerman(celex, parts.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' '))
  const facts = readFacts(root, celex)
  if (!parts.some(({ name }) => name === 'Gründe'))
    throw new EuParseError(celex, {
      problem: 'die Datei enthält keine Entscheidung',
      remedy: 'Rufen Sie die Datei neu ab.',
    })
  return buildRuling(facts, parts)
}

function readFacts(root: XmlElement, celex: string): Parameters<typeof buildRuling>[0] {
  const stated = textOf(root, 'NO.CELEX')
  if (stated !== null && stated !== celex)
    throw new EuParseError(celex, {
      problem: `die Datei enthält eine andere Entscheidung (${stated})`,
      remedy: 'Prüfen Sie den Namen der Datei oder die CELEX-Nummer.',
    })
  const title = childOf(root, 'TITLE')
  const head = title === null ? '' : formexWords(title)
  const [ecli] = findElements(root, ({ name }) => name === 'NO.ECLI')
  const [header] = findElements(root, ({ name }) => name === 'PAGE.HEADER')
  const names = header === undefined ? [] : formexLines([header]).lines.map(({ text }) => text)
  return {
    id: `eurlex:${celex}`,
    court: courtOf(celex),
    chamber: /\((\p{L}+ Kammer)\)/u.exec(head)?.[1] ?? null,
    kindName: /^\p{L}+/u.exec(head)?.[0] ?? kindOf(celex),
    decidedOn: title === null ? null : firstDate(title),
    fileNumbers: fileNumbers(root, names),
    ecli: ecli?.attributes['ECLI'] ?? null,
    subject: [names.slice(1).join(' '), catchwords(root)].filter((text) => text !== '').join(' – ') || null,
    norms: [],
    priorInstances: [],
    territory: 'DE',
    url: euUrl(celex, null),
  }
}

/** `C-538/23`; of an opinion `Gutachten 1/19`, which its header says. */
function fileNumbers(root: XmlElement, header: string[]): string[] {
  const reference = findElements(root, ({ name }) => name === 'REF.CASE')
  const numbers = reference.flatMap((one) => findElements(one, ({ name }) => name === 'NO.CASE'))
  const opinion = /^Gutachten (\d+\/\d{2})/.exec(header[0] ?? '')?.[1]
  if (opinion !== undefined) return [`Gutachten ${opinion}`]
  return numbers.map((number) => characterData(number).trim().replaceAll('\u2011', '-'))
}

function firstDate(title: XmlElement): Day | null {
  const [date] = findElements(title, ({ name }) => name === 'DATE')
  const day = (date?.attributes['ISO'] ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return isDay(day) ? day : null
}

function textOf(root: XmlElement, field: string): string | null {
  const [found] = findElements(root, ({ name }) => name === field)
  return found === undefined ? null : characterData(found).trim()
}

function catchwords(root: XmlElement): string {
  return findElements(root, ({ name }) => name === 'KEYWORD')
    .map(formexWords)
    .join(' – ')
}

function keywords(root: XmlElement): RulingPart[] {
  const words = catchwords(root)
  return words === '' ? [] : [{ name: 'Leitsatz', blocks: [toBlock(words)] }]
}

function isTenor({ name }: XmlElement): boolean {
  return name === 'JURISDICTION' || name === 'ENACTING.TERMS.CJT'
}

function tenor(root: XmlElement): RulingPart[] {
  const { lines, footnotes } = formexLines(findElements(root, isTenor))
  return lines.length === 0 ? [] : [{ name: 'Tenor', blocks: lines.map(fromLine), footnotes }]
}

function reasons(contents: XmlElement[]): RulingPart[] {
  const blocks: Block[] = []
  const footnotes: string[] = []
  for (const element of contents) readBody(element, blocks, footnotes)
  return blocks.length === 0 ? [] : [{ name: 'Gründe', blocks, footnotes }]
}

const aside = new Set(['PREAMBLE.GEN', 'FINAL', 'SIGNATURE', 'SIGNATURE.CASE', 'TOC'])

function readBody(element: XmlElement, blocks: Block[], footnotes: string[]): void {
  for (const child of element.children) {
    if (typeof child === 'string' || isTenor(child) || aside.has(child.name)) continue
    if (isContainer(child)) readBody(child, blocks, footnotes)
    else add(child, blocks, footnotes)
  }
}

/** Containers of numbered paragraphs; everything else is text. */
function isContainer(element: XmlElement): boolean {
  return /^(?:GR\.SEQ|SUMMARY|SUBJECTS|CONTENTS\..*|OPINION\.INIT)$/.test(element.name)
}

function add(element: XmlElement, blocks: Block[], footnotes: string[]): void {
  const number = element.name === 'NP.ECR' ? childOf(element, 'NO.P') : null
  const content = element.children.filter((child) => child !== number)
  const read = formexLines([number === null ? element : { ...element, name: 'P', children: content }])
  const [first, ...rest] = read.lines.map(fromLine)
  footnotes.push(...read.footnotes)
  if (first === undefined) return
  const randnummer = number === null ? null : characterData(number).trim()
  blocks.push({ ...first, randnummer }, ...rest)
}

function fromLine({ text, role, pictures }: Line): Block {
  return {
    text,
    randnummer: null,
    heading: role === 'heading',
    table: role === 'row',
    images: pictures.map((name) => name ?? ''),
  }
}

function toBlock(text: string): Block {
  return { text, randnummer: null, heading: false, table: false, images: [] }
}
