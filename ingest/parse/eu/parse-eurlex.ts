import type { DocumentText } from '../../../src/law/document-text.ts'
import { decodeXml } from '../decode-xml.ts'
import { readXml } from '../read-xml.ts'
import { findElements } from '../rulings/find-element.ts'
import type { XmlElement } from '../xml-element.ts'
import { EuParseError } from './eu-parse-error.ts'
import { parseFormexAct } from './formex-act.ts'
import { parseFormexRuling } from './formex-ruling.ts'
import { parseEuHtml } from './eu-html.ts'

/**
 * An act of the Union or a decision of its courts, in Formex or as a page of EUR-Lex. `celex` is the number of the act
 * itself; a consolidated text says its own day. @throws EuParseError for anything else, and for other languages.
 */
export function parseEurlex(bytes: Uint8Array, celex: string): DocumentText {
  if (isPage(bytes)) return parseEuHtml(bytes, celex)
  const root = readXml(decodeXml(bytes, celex), (fault) => {
    throw new EuParseError(celex, fault)
  })
  const [found] = isWork(root) ? [root] : findElements(root, isWork)
  if (found === undefined)
    throw new EuParseError(celex, {
      problem: `das ist kein Rechtsakt im Formex-Format, sondern <${root.name}>`,
      remedy: 'Gelesen werden ACT, CONS.ACT, JUDGMENT, ORDER, OPINION und die Seiten von EUR-Lex.',
    })
  return isAct(found) ? parseFormexAct(root, found, celex) : parseFormexRuling(found, celex)
}

function isWork(element: XmlElement): boolean {
  return isAct(element) || /^(?:JUDGMENT|ORDER|OPINION)$/.test(element.name)
}

function isAct({ name }: XmlElement): boolean {
  return name === 'ACT' || name === 'CONS.ACT'
}

function isPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).toLowerCase()
  return /<!doctype html|<html[\s>]/.test(head)
}
