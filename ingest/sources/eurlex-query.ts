import { isDay, type Day } from '../../src/law/day.ts'
import { parseCelex } from '../../src/law/eu/celex.ts'

const ontology = 'http://publications.europa.eu/ontology/cdm#'
const identifiers = 'http://publications.europa.eu/resource/celex/'

/**
 * Path of the question which consolidated texts these acts have, put to the Publications Office's repository (SPARQL).
 * The relation runs from the consolidated text to the act.
 */
export function consolidatedQuery(bases: readonly string[]): string {
  const query = [
    `PREFIX cdm: <${ontology}> PREFIX owl: <http://www.w3.org/2002/07/owl#>`,
    `SELECT DISTINCT ?celex WHERE { VALUES ?name { ${bases.map((base) => `<${identifiers}${base}>`).join(' ')} }`,
    '?act owl:sameAs ?name . ?text cdm:act_consolidated_consolidates_resource_legal ?act ; cdm:resource_legal_id_celex ?celex }',
  ].join(' ')
  return `webapi/rdf/sparql?query=${encodeURIComponent(query)}&format=${encodeURIComponent('application/sparql-results+json')}`
}

/**
 * The newest consolidated text of each act on a day, out of whatever the answer says: of all CELEX numbers in it only
 * those made from the act's own count, since the relation also names acts that only amended it.
 */
export function newestConsolidated(answer: string, bases: readonly string[], on: Day): Map<string, string> {
  const newest = new Map<string, string>()
  for (const [found] of answer.matchAll(/\b0\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?-\d{8}\b/g)) {
    const celex = parseCelex(found)
    if (celex === null || !bases.includes(celex.base) || celex.consolidatedOn === null) continue
    if (celex.consolidatedOn > on || !isDay(celex.consolidatedOn)) continue
    const known = newest.get(celex.base)
    if (known === undefined || found > known) newest.set(celex.base, found)
  }
  return newest
}
