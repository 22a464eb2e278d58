import { slugOfLdml } from '../parse/neuris/ldml-links.ts'
import type { PageSite } from './decision-pages.ts'
import type { SavedFiles } from './saved-files.ts'

/** A site of decisions, on the net and as files saved from it. */
type DecisionSite = PageSite & SavedFiles

const what = 'Entscheidungen als gespeicherte Seiten (.html)'

/** NRWE: `ovgs/ovg_nrw/j2023/18_B_1_23_Beschluss_20230102.html`; `/` is written `~` in keys. A saved page may lie anywhere. */
export const nrweSite: DecisionSite = {
  publisher: 'nrwe',
  setting: 'FUNDSTELLE_NRWE_URL',
  what,
  slugOf: nrweSlug,
  slugOfFile: (path) => nrweSlug(path) ?? /(?:^|\/)([\w-][\w.-]*)\.html?$/.exec(path)?.[1] ?? null,
}

function nrweSlug(path: string): string | null {
  return /^(?:nrwe\/)?((?:[\w-]+\/)+j\d{4}\/[\w-][\w.-]*)\.html?$/.exec(path)?.[1]?.replaceAll('/', '~') ?? null
}

/** bverwg.de: the end of the ECLI (`220224U1C12.22.0`). */
export const bverwgSite: DecisionSite = {
  publisher: 'bverwg',
  setting: 'FUNDSTELLE_BVERWG_URL',
  what,
  slugOf: bverwgSlug,
  slugOfFile: bverwgSlug,
}

/** Bayern.Recht: `Y-300-Z-BECKRS-B-2019-N-17491`. */
export const bayernSite: DecisionSite = {
  publisher: 'bayern',
  setting: 'FUNDSTELLE_BAYERN_URL',
  what,
  slugOf: bayernSlug,
  slugOfFile: bayernSlug,
}

/** Decisions of the federal courts in the publisher's XML, packed as it packs them or not. */
export const riiFiles: SavedFiles = {
  publisher: 'rii',
  what: 'Entscheidungen als .xml oder .zip (jb-JURE110000000.zip)',
  slugOfFile: (path) => /(?:^|\/)(?:jb-)?([A-Z]{4}\d{6,12})\.(?:xml|zip)$/.exec(path)?.[1] ?? null,
}

/** Documents of the federal legal information portal: which, they say themselves. */
export const neurisFiles: SavedFiles = {
  publisher: 'neuris',
  what: 'Dokumente des Rechtsinformationsportals (LegalDocML.de, .xml)',
  slugOfFile: (path, head) => (path.endsWith('.xml') ? slugOfLdml(head) : null),
}

function bverwgSlug(path: string): string | null {
  return /(?:^|\/)(\d{6}[A-Z]\d{1,2}[A-Za-z]+\d+\.\d{2}\.\d+)(?:\.html?)?$/.exec(path)?.[1] ?? null
}

function bayernSlug(path: string): string | null {
  return /(?:^|\/)(Y-300-Z-[A-Z0-9-]+)(?:\.html?)?$/.exec(path)?.[1] ?? null
}
