import type { DocumentText, Norm } from '../../../src/law/document-text.ts'
import { germanDay } from '../../../src/law/day.ts'
import { childOf, type XmlElement } from '../xml-element.ts'
import { lineOf } from '../rulings/find-element.ts'
import { readBlocks, type Block } from '../rulings/read-blocks.ts'
import { writePart, type RulingPart } from '../rulings/write-part.ts'
import { all, attributeOf, dayOf, wordsOf } from './ldml.ts'
import { LdmlParseError } from './ldml-parse-error.ts'
import { neurisUrl } from './ldml-links.ts'

/** An administrative directive of the portal: a norm for each numbered section. @throws LdmlParseError for one without text. */
export function directiveText(doc: XmlElement, slug: string): DocumentText {
  const norms = readSections(doc)
  const title = wordsOf(doc, 'longTitle')
  const [maker] = all(doc, 'normgeber')
  if (title === null || norms.length === 0 || maker === undefined)
    throw new LdmlParseError(slug, {
      problem: 'Titel, Normgeber oder Text fehlen',
      remedy: 'Literaturnachweise und Vorschriften ohne Text werden nicht gelesen.',
    })
  const [type] = all(doc, 'documentType')
  const kindName = (type && (attributeOf(type, 'longTitle') ?? lineOf(type))) || null
  const issuer = [attributeOf(maker, 'staat'), attributeOf(maker, 'organ')].filter(Boolean).join(' ') || null
  const quoted = dayOf(wordsOf(doc, 'dateToQuoteEntry'))
  const inForceFrom = dayOf(wordsOf(doc, 'entryIntoEffectDate')) ?? quoted
  const fileNumbers = all(doc, 'referenceNumber').map(lineOf)
  const isGeneral =
    title.startsWith('Allgemeine Verwaltungsvorschrift') || (type && attributeOf(type, 'category')) === 'VV'
  const day = quoted ? ` vom ${germanDay(quoted)}` : ''
  const abbreviation = `${kindName ?? 'Verwaltungsvorschrift'}${issuer ? ` ${issuer}` : ''}${day}${fileNumbers[0] ? ` – ${fileNumbers[0]}` : ''}`
  return {
    document: {
      id: `neuris:${slug}`,
      kind: 'decree',
      rank: isGeneral ? 'administrative_regulation' : 'decree',
      territory: 'DE',
      title,
      shortTitle: null,
      abbreviation,
      names: [...new Set([abbreviation, title, ...all(doc, 'historicAbbreviation').map(lineOf)])],
      enactedOn: quoted,
      url: neurisUrl(slug),
      invented: false,
      particulars: {
        issuer,
        kindName,
        fileNumbers,
        issuedOn: quoted,
        ecli: null,
        addressees: [],
        subject: title,
        validUntil: dayOf(wordsOf(doc, 'expiryDate')),
        norms: all(doc, 'activeReference').map(normOf),
        relations: [],
      },
    },
    status: [],
    footnotes: [],
    norms,
    ...(inForceFrom ? { inForceFrom } : {}),
  }
}

const sectionHead = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.? (?=\p{Lu})/u

function readSections(doc: XmlElement): Norm[] {
  const body = childOf(doc, 'mainBody')
  const parts: RulingPart[] = [{ name: 'Text', blocks: [] }]
  for (const block of body === null ? [] : readBlocks(body, () => null)) {
    const number = sectionHead.exec(block.text)?.[1]
    if (number === undefined || !isNext(parts, number)) parts.at(-1)?.blocks.push(block)
    else parts.push({ name: `Nr. ${number}`, blocks: [block] })
  }
  return parts.flatMap((part) => writePart(part, headingOf(part.blocks)) ?? [])
}

/** A section has a number of its own; one that was there belongs to a list. */
function isNext(parts: RulingPart[], number: string): boolean {
  return !parts.some(({ name }) => name === `Nr. ${number}`)
}

function headingOf([first]: Block[]): string | null {
  const words = first?.text.replace(sectionHead, '') ?? ''
  return first !== undefined && sectionHead.test(first.text) && words.length <= 160 && !/[.;:]$/.test(words)
    ? words
    : null
}

function normOf(reference: XmlElement): string {
  const parts = ['paragraph', 'position'].map((name) => attributeOf(reference, name))
  return [...parts, attributeOf(reference, 'reference')].filter(Boolean).join(' ')
}
