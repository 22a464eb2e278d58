import { isFederalCourt, shortCourt } from '../../../src/law/courts.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import { laender } from '../../../src/law/territory.ts'
import { buildRuling } from '../rulings/build-ruling.ts'
import { lineOf } from '../rulings/find-element.ts'
import { readBlocks } from '../rulings/read-blocks.ts'
import type { RulingPart } from '../rulings/write-part.ts'
import type { XmlElement } from '../xml-element.ts'
import { all, attributeOf, dayOf, wordsOf } from './ldml.ts'
import { LdmlParseError } from './ldml-parse-error.ts'
import { neurisUrl } from './ldml-links.ts'

const partNames = new Set([
  'Leitsatz',
  'Orientierungssatz',
  'Sonstiger Orientierungssatz',
  'Tenor',
  'Tatbestand',
  'Entscheidungsgründe',
  'Gründe',
  'Sonstiger Langtext',
  'Abweichende Meinung',
])

/** A decision of the portal. @throws LdmlParseError for one without court or text, such as a pending proceeding. */
export function rulingText(judgment: XmlElement, slug: string): DocumentText {
  const [court] = all(judgment, 'proprietary').flatMap((one) => all(one, 'gericht'))
  const [work] = all(judgment, 'FRBRWork')
  const name = court && [wordsOf(court, 'gerichtstyp'), wordsOf(court, 'gerichtsort')].filter(Boolean).join(' ')
  const parts = readParts(judgment)
  if (!court || !name || !work || parts.length === 0)
    throw new LdmlParseError(slug, {
      problem: 'Gericht oder Text fehlen',
      remedy: 'Anhängige Verfahren sind keine Entscheidungen; sonst rufen Sie die Datei neu ab.',
    })
  const alias = (wanted: string) =>
    all(work, 'FRBRalias').find((one) => attributeOf(one, 'name') === wanted)?.attributes['value'] ?? null
  const [list] = all(judgment, 'aktenzeichenListe')
  const listed = list
    ? all(list, 'aktenzeichen')
        .filter((one) => !isDeviating(one))
        .map(lineOf)
    : []
  return buildRuling(
    {
      id: `neuris:${slug}`,
      court: shortCourt(name),
      chamber: wordsOf(court, 'spruchkoerper'),
      kindName: wordsOf(judgment, 'docType'),
      decidedOn: dayOf(all(work, 'FRBRdate')[0]?.attributes['date']),
      fileNumbers: listed.length > 0 ? listed : [alias('Aktenzeichen') ?? ''].filter(Boolean),
      ecli: alias('ECLI'),
      subject: wordsOf(judgment, 'titelzeile'),
      norms: all(judgment, 'referenzNormen').flatMap(normsOf),
      priorInstances: all(judgment, 'vorgehendeEntscheidung').map(priorInstance),
      territory: isFederalCourt(shortCourt(name)) ? 'DE' : territoryOf(judgment),
      url: neurisUrl(slug),
    },
    parts,
  )
}

/** A number that others give it by mistake. */
function isDeviating(number: XmlElement): boolean {
  return attributeOf(number, 'domainTerm')?.startsWith('Abweichend') ?? false
}

/** Headnotes stand in the analysis, all else in the body; each says by its `domainTerm` what it is. */
function readParts(judgment: XmlElement): RulingPart[] {
  const sections = [...all(judgment, 'orientierungssatz'), ...all(judgment, 'sonstigerOrientierungssatz')]
  for (const body of all(judgment, 'judgmentBody'))
    sections.push(...body.children.filter((child): child is XmlElement => typeof child !== 'string'))
  return sections.flatMap((section): RulingPart[] => {
    const name = attributeOf(section, 'domainTerm') ?? ''
    const blocks = partNames.has(name) ? readBlocks(section, randnummerOf) : []
    return blocks.length === 0 ? [] : [{ name, blocks, footnotes: all(section, 'authorialNote').map(lineOf) }]
  })
}

/** `<hcontainer name="Randnummer"><num>17</num>`; numbers of lists have a full stop. */
function randnummerOf(element: XmlElement): string | null {
  const number = element.name === 'num' ? lineOf(element) : ''
  return /^\d{1,4}[a-z]?$/.test(number) ? number : null
}

function normsOf(reference: XmlElement): string[] {
  const law = wordsOf(reference, 'abkuerzung') ?? wordsOf(reference, 'titel') ?? ''
  const single = all(reference, 'bezeichnung').map((name) => `${lineOf(name)} ${law}`.trim())
  return single.length > 0 ? single : [law].filter(Boolean)
}

function priorInstance(decision: XmlElement): string {
  const court = [wordsOf(decision, 'gerichtstyp'), wordsOf(decision, 'gerichtsort')].filter(Boolean).join(' ')
  const facts = [court, wordsOf(decision, 'dokumenttyp'), wordsOf(decision, 'entscheidungsdatum')]
  return [...facts, wordsOf(decision, 'aktenzeichen')].filter(Boolean).join(', ')
}

function territoryOf(judgment: XmlElement): string {
  const region = wordsOf(judgment, 'region') ?? ''
  return laender.find(({ code, name }) => code === `DE-${region}` || name === region)?.code ?? 'DE'
}
