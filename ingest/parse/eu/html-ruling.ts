import type { DocumentText } from '../../../src/law/document-text.ts'
import { parseCelex } from '../../../src/law/eu/celex.ts'
import { buildRuling } from '../rulings/build-ruling.ts'
import { byClass, findElements, hasClass, lineOf } from '../rulings/find-element.ts'
import { dayOfGerman } from '../rulings/german-dates.ts'
import { readBlocks, type Block } from '../rulings/read-blocks.ts'
import { childrenOf, type XmlElement } from '../xml-element.ts'
import { euUrl } from './eu-links.ts'
import { EuParseError } from './eu-parse-error.ts'
import { courtOf, kindOf } from './eu-courts.ts'
import { requireGerman } from './require-german.ts'
import { writtenDay } from './written-day.ts'

/**
 * A decision of the Union's courts as a page of EUR-Lex: numbered paragraphs stand in tables, their number in
 * `p.coj-count` (older pages: `p.count`). @throws EuParseError
 */
export function parseRulingHtml(page: XmlElement, celex: string): DocumentText {
  const [body] = findElements(page, ({ name }) => name === 'body')
  const blocks = readBlocks(unfolded(body ?? page), numberOf)
  requireGerman(celex, blocks.map(({ text }) => text).join(' '))
  const first = blocks.findIndex(({ randnummer }) => randnummer !== null)
  if (first === -1)
    throw new EuParseError(celex, {
      problem: 'die Seite enthält keine Entscheidung mit Randnummern',
      remedy: 'Rufen Sie die Entscheidung selbst ab, nicht ihre Übersichtsseite.',
    })
  const head = blocks.slice(0, first)
  const tenorAt = blocks.findLastIndex(({ text }) => text.startsWith('Aus diesen Gründen '))
  const last = tenorAt === -1 ? blocks.length : tenorAt
  return buildRuling(readFacts(page, head, celex), [
    { name: 'Leitsatz', blocks: head.filter(({ text }) => text === catchwords(page)) },
    { name: 'Tenor', blocks: blocks.slice(last).filter(isText) },
    { name: 'Gründe', blocks: blocks.slice(first, last) },
  ])
}

/** A table of a number and its paragraph as the number before the paragraph. */
function unfolded(element: XmlElement): XmlElement {
  if (element.name === 'table' && isNumbered(element)) {
    const cells = findElements(element, ({ name }) => name === 'td')
    return { name: 'div', attributes: {}, children: cells.map((cell) => unfolded({ ...cell, name: 'div' })) }
  }
  const children = element.children.map((child) => (typeof child === 'string' ? child : unfolded(child)))
  return { ...element, children }
}

function isNumbered(table: XmlElement): boolean {
  const [row, ...more] = findElements(table, ({ name }) => name === 'tr')
  const [cell] = row === undefined ? [] : childrenOf(row, 'td')
  return more.length === 0 && cell !== undefined && findElements(cell, isCount).length > 0
}

function isCount(element: XmlElement): boolean {
  return element.name === 'p' && (hasClass(element, 'coj-count') || hasClass(element, 'count'))
}

function numberOf(element: XmlElement): string | null {
  return isCount(element) && /^\d+$/.test(lineOf(element)) ? lineOf(element) : null
}

/** Signatures and the note on the language of the case are no part of the operative words. */
function isText({ text }: Block): boolean {
  return !/^(?:Unterschriften|\( ?\*\d? ?\)|Verfahrenssprache)/.test(text)
}

function catchwords(page: XmlElement): string {
  const [index] = [...byClass(page, 'coj-index'), ...byClass(page, 'index')]
  return index === undefined ? '' : lineOf(index)
}

function readFacts(page: XmlElement, head: Block[], celex: string): Parameters<typeof buildRuling>[0] {
  const text = head.map((block) => block.text).join('\n')
  const title = head.find((block) => /^(?:URTEIL|BESCHLUSS|GUTACHTEN|SCHLUSSANTRÄGE)/.test(block.text))?.text ?? ''
  const word = /^\p{L}+/u.exec(title)?.[0] ?? ''
  return {
    id: `eurlex:${celex}`,
    court: courtOf(celex),
    chamber: /\((\p{L}+ Kammer)\)/u.exec(title)?.[1] ?? null,
    kindName: word === '' ? kindOf(celex) : word.charAt(0) + word.slice(1).toLowerCase(),
    decidedOn: writtenDay(text) ?? dayOfGerman(text),
    fileNumbers: fileNumbers(text, celex),
    ecli: /ECLI:EU:[CTF]:\d{4}:\d+/.exec(`${text}\n${lineOf(page)}`)?.[0] ?? null,
    subject: catchwords(page).replaceAll(/^[„(]+|[“)]+$/g, '') || null,
    norms: [],
    priorInstances: [],
    territory: 'DE',
    url: euUrl(celex, null),
  }
}

/** As the page says, else as the CELEX number does: `62023CJ0538` → `C-538/23`. */
function fileNumbers(text: string, celex: string): string[] {
  const stated = /In (?:der Rechtssache|den (?:verbundenen )?Rechtssachen) ([^\n]+)/.exec(text)?.[1] ?? ''
  const numbers = stated.match(/[CTF]-\d{1,4}\/\d{2}(?: P(?:\(R\)|PU)?)?/g)
  if (numbers !== null) return [...new Set<string>(numbers)]
  const read = parseCelex(celex)
  return read === null ? [] : [`${read.type.charAt(0)}-${read.number}/${String(read.year % 100).padStart(2, '0')}`]
}
