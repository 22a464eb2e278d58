import type { Day } from '../../../src/law/day.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import { parseCelex } from '../../../src/law/eu/celex.ts'
import { htmlLines } from '../lines/html-lines.ts'
import type { Line } from '../lines/line.ts'
import { decodeHtml } from '../rulings/decode-html.ts'
import { byClass, findElements, lineOf } from '../rulings/find-element.ts'
import { dayOfGerman } from '../rulings/german-dates.ts'
import { readHtml } from '../rulings/html-tree.ts'
import type { XmlElement } from '../xml-element.ts'
import { buildAct } from './build-act.ts'
import { EuParseError } from './eu-parse-error.ts'
import { parseRulingHtml } from './html-ruling.ts'
import { splitAct } from './split-act.ts'
import { writtenDay } from './written-day.ts'

/**
 * An act or a decision as a page of EUR-Lex, of any generation: the plain paragraphs of old acts, the classes of the
 * Official Journal, consolidated texts old and new. @throws EuParseError
 */
export function parseEuHtml(bytes: Uint8Array, celex: string): DocumentText {
  const page = readHtml(decodeHtml(bytes))
  refuseOther(page, celex)
  if (parseCelex(celex)?.sector === '6') return parseRulingHtml(page, celex)
  const lines = htmlLines(contentOf(page))
    .map(withoutArrows)
    .filter(({ text }) => text !== '')
  const { title, parts } = splitAct(lines)
  const facts = {
    celex,
    title,
    enactedOn: writtenDay(title),
    consolidatedOn: consolidatedDay(page),
    publishedOn: null,
    amendments: amendments(page),
  }
  return buildAct(facts, parts)
}

/** The text alone, where the page around it is the portal's. */
function contentOf(page: XmlElement): XmlElement {
  const [plain] = findElements(page, ({ attributes }) => /^(?:TexteOnly|document1|text)$/.test(attributes['id'] ?? ''))
  const [body] = findElements(page, ({ name }) => name === 'body')
  return plain ?? byClass(page, 'eli-container')[0] ?? body ?? page
}

/** The portal names act and language in the head of old pages, the Journal in its title: `L_2016119DE.01000101.xml`. */
function refuseOther(page: XmlElement, celex: string): void {
  const [title] = findElements(page, ({ name }) => name === 'title')
  const head = title === undefined ? '' : lineOf(title)
  const stated = /\b(\d{5}[A-Z]{1,2}\d{4})\b/.exec(head)?.[1]
  if (stated !== undefined && stated !== celex && parseCelex(stated)?.sector === parseCelex(celex)?.sector)
    throw new EuParseError(celex, {
      problem: `die Seite zeigt einen anderen Rechtsakt (${stated})`,
      remedy: 'Prüfen Sie den Namen der Datei oder die CELEX-Nummer.',
    })
}

/** `Konsolidierter TEXT: 32009R0810 — DE — 02.02.2020`. */
function consolidatedDay(page: XmlElement): Day | null {
  const [title] = findElements(page, ({ name }) => name === 'title')
  const heads = [title, ...byClass(page, 'reference')].map((one) => (one === undefined ? '' : lineOf(one)))
  const head = heads.find((text) => /[—–-] DE [—–-] \d{2}\.\d{2}\.\d{4}/.test(text))
  return head === undefined ? null : dayOfGerman(head)
}

function amendments(page: XmlElement): string[] {
  return byClass(page, 'title-fam-member-star').map(lineOf)
}

/** `▼M5`, `►B` … `◄` say which act brought the words; `—————` stands for words that were taken out. */
function withoutArrows(line: Line): Line {
  const text = line.text
    .replaceAll(/[►▼]\s?(?:[BACM]\d{0,3})?(?![\p{L}\d])|◄/gu, '')
    .replaceAll(/[—-]{3,}/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  return { ...line, text }
}
