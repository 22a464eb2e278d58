import type { DocumentText, Norm, OutlineStep } from '../../../src/law/document-text.ts'
import type { Day } from '../../../src/law/day.ts'
import { lawNames } from '../law-names.ts'
import { findElements, lineOf } from '../rulings/find-element.ts'
import { childOf, type XmlElement } from '../xml-element.ts'
import { statuteRank } from '../statute-rank.ts'
import { all, attributeOf, dayOf, wordsOf } from './ldml.ts'
import { LdmlParseError } from './ldml-parse-error.ts'
import { neurisUrl, slugOfEli } from './ldml-links.ts'
import { ldmlNorm } from './ldml-norm.ts'

/**
 * A law as it reads from a day on, which the portal states: one norm for each article. `slug` is the ELI of the work with `~`
 * for `/`. @throws LdmlParseError for an act without articles or of another work.
 */
export function statuteText(act: XmlElement, slug: string): DocumentText {
  const norms = readNorms(act)
  const [work] = all(act, 'FRBRWork')
  const eli = work ? (all(work, 'FRBRuri')[0]?.attributes['value'] ?? '') : ''
  if (norms.length === 0 || slugOfEli(eli) === null)
    throw new LdmlParseError(slug, {
      problem: 'Artikel oder ELI fehlen',
      remedy: 'Gelesen wird der Regelungstext (regelungstext-….xml), nicht seine Anlagen.',
    })
  const title = titleOf(act) ?? eli
  const shortTitle = shortTitleOf(act)
  const amtabk = abbreviationOf(act, 'amtliche-abkuerzung')
  const jurabks = [abbreviationOf(act, 'interne-abkuerzung')].filter((name) => name !== null)
  const { abbreviation, names } = lawNames({ jurabks, amtabk, shortTitle, title, slug: shortTitle ?? title })
  const inForceFrom = inForceFromOf(act)
  return {
    document: {
      id: `neuris:${slug}`,
      kind: 'statute',
      rank: statuteRank(abbreviation, shortTitle, title, norms.find(({ kind }) => kind === 'front')?.text ?? ''),
      territory: 'DE',
      title,
      shortTitle,
      abbreviation,
      names,
      enactedOn: enactedOnOf(act),
      url: neurisUrl(slug),
      invented: false,
    },
    status: all(act, 'standangabe').map((note) => ({ kind: attributeOf(note, 'type') ?? '', comment: lineOf(note) })),
    footnotes: all(act, 'longTitle').flatMap((one) => all(one, 'authorialNote').map(lineOf)),
    norms,
    ...(inForceFrom ? { inForceFrom } : {}),
  }
}

/** The title without its notes and without what stands in brackets behind it. */
function titleOf(act: XmlElement): string | null {
  const [title] = all(act, 'docTitle')
  return title === undefined ? null : lineOf(withoutNotes(title)) || null
}

function withoutNotes(element: XmlElement): XmlElement {
  const children = element.children.flatMap((child): XmlElement['children'] => {
    if (typeof child === 'string') return [child]
    return child.name === 'authorialNote' || child.name === 'marker' ? [] : [withoutNotes(child)]
  })
  return { ...element, children }
}

/** `(Fruchtsaftverordnung – FrSaftV)` → `Fruchtsaftverordnung`. */
function shortTitleOf(act: XmlElement): string | null {
  const [preface] = all(act, 'preface')
  const words = preface ? wordsOf(preface, 'shortTitle') : null
  return (
    words
      ?.replace(/^\(|\)$/g, '')
      .split(/ [–-] /)[0]
      ?.trim() || null
  )
}

function abbreviationOf(act: XmlElement, refersTo: string): string | null {
  const found = findElements(act, (one) => attributeOf(one, 'refersTo') === refersTo && one.children.length > 0)[0]
  return (found && lineOf(found)) || null
}

function enactedOnOf(act: XmlElement): Day | null {
  const [date] = findElements(act, (one) => /^ausfertigung(?:-datum)?$/.test(attributeOf(one, 'refersTo') ?? ''))
  return dayOf(date && attributeOf(date, 'date'))
}

/** The day stated for the expression; else that of the newest change in it; else that of its promulgation. */
function inForceFromOf(act: XmlElement): Day | null {
  const [stated] = all(act, 'inkraft')
  const events = all(act, 'eventRef').filter((event) => attributeOf(event, 'refersTo') === 'inkrafttreten')
  const newest = events
    .flatMap((event) => dayOf(attributeOf(event, 'date')) ?? [])
    .toSorted()
    .at(-1)
  const [expression] = all(act, 'FRBRExpression')
  const promulgated = expression && all(expression, 'FRBRdate')[0]
  return (
    dayOf(stated && attributeOf(stated, 'date')) ?? newest ?? dayOf(promulgated && attributeOf(promulgated, 'date'))
  )
}

const divisions = new Set(['book', 'part', 'chapter', 'subchapter', 'section', 'subsection', 'title', 'subtitle'])

function readNorms(act: XmlElement): Norm[] {
  const norms: Norm[] = []
  const preamble = childOf(act, 'preamble')
  const formula = preamble && all(preamble, 'formula')[0]
  if (formula) norms.push(...ldmlNorm(formula, { norm: 'Eingangsformel', heading: null, kind: 'front', outline: [] }))
  const body = childOf(act, 'body')
  if (body) walk(body, [], norms)
  return withKeys(norms)
}

function walk(element: XmlElement, outline: OutlineStep[], norms: Norm[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const label = lineOfChild(child, 'num')
    const heading = lineOfChild(child, 'heading')
    if (child.name === 'article')
      norms.push(
        ...ldmlNorm(child, {
          norm: label?.replace(/^(?:Artikel|Art\.)/, 'Art') ?? null,
          heading,
          kind: 'norm',
          outline,
        }),
      )
    else if (divisions.has(child.name))
      walk(child, [...outline, { label: label ?? heading ?? '', title: heading }], norms)
    else walk(child, outline, norms)
  }
}

function lineOfChild(element: XmlElement, name: string): string | null {
  const child = childOf(element, name)
  return (child && lineOf(withoutNotes(child))) || null
}

function withKeys(norms: Norm[]): Norm[] {
  const seen = new Map<string, number>()
  return norms.map((norm) => {
    const count = (seen.get(norm.key) ?? 0) + 1
    seen.set(norm.key, count)
    return count === 1 ? norm : { ...norm, key: `${norm.key} (${count})` }
  })
}
