import type { Norm } from '../src/law/document-text.ts'
import type { CutPassage } from '../src/law/passage.ts'
import type { Library } from '../src/wiring.ts'
import type { Format, IngestParts } from './ingest-parts.ts'
import { bmi, rechtNrw, revosax, vab, vwvbund } from './parse/decrees/decree-publishers.ts'
import { parseDecree, type DecreePublisher } from './parse/decrees/parse-decree.ts'
import { euUrl } from './parse/eu/eu-links.ts'
import { parseEurlex } from './parse/eu/parse-eurlex.ts'
import { normUrl } from './parse/gii-links.ts'
import { neurisUrl } from './parse/neuris/ldml-links.ts'
import { parseNeuris } from './parse/neuris/parse-neuris.ts'
import { officeUrl, parseOfficePaper } from './parse/paper/office-format.ts'
import { bayernUrl, parseBayern } from './parse/rulings/bayern-html.ts'
import { bverwgUrl, parseBverwg } from './parse/rulings/bverwg-html.ts'
import { nrweUrl, parseNrwe } from './parse/rulings/nrwe-html.ts'
import { parseRii, riiUrl } from './parse/rulings/rii-xml.ts'
import { parseStatute } from './parse/statute-xml.ts'
import { cutPaper } from './passages/cut-paper.ts'
import { cutRuling } from './passages/cut-ruling.ts'
import { cutStatute } from './passages/cut-statute.ts'
import type { Publisher } from './sources/publishers.ts'

const formats: Record<Publisher, Format> = {
  gii: { parse: parseStatute, cut: cutStatute, urlOf: normUrl, datesItself: false },
  rii: ruling(parseRii, riiUrl),
  bverwg: ruling(parseBverwg, bverwgUrl),
  nrwe: ruling(parseNrwe, nrweUrl),
  bayern: ruling(parseBayern, bayernUrl),
  vwvbund: decrees(vwvbund),
  recht_nrw: decrees(rechtNrw),
  revosax: decrees(revosax),
  bmi: decrees(bmi),
  vab: decrees(vab),
  eurlex: { parse: parseEurlex, cut: cutAny, urlOf: euUrl, datesItself: true },
  neuris: { parse: parseNeuris, cut: cutAny, urlOf: neurisUrl, datesItself: true },
  office: { parse: parseOfficePaper, cut: cutPaper, urlOf: officeUrl, datesItself: true },
}

/** The portal has laws beside decisions and directives, EUR-Lex acts beside decisions. */
function cutAny(norm: Norm): CutPassage[] {
  return norm.kind === 'part' ? cutRuling(norm) : cutStatute(norm)
}

/** A decree has one page, and states its own day. */
function decrees(publisher: DecreePublisher): Format {
  return {
    parse: (bytes, slug) => parseDecree(bytes, slug, publisher),
    cut: cutPaper,
    urlOf: (slug) => publisher.urlOf(slug),
    datesItself: true,
  }
}

/** A decision has one page, and its own day. */
function ruling(parse: Format['parse'], urlOf: Format['urlOf']): Format {
  return { parse, cut: cutRuling, urlOf, datesItself: true }
}

/** What feeding any publisher's documents into an opened library takes; shared by the command and the service. */
export function ingestParts({ database, embeddings }: Pick<Library, 'database' | 'embeddings'>): IngestParts {
  return { database, embeddings, formatOf: (publisher) => formats[publisher] }
}
