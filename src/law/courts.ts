import { laender } from './territory.ts'

/** How courts are cited, longest name first. */
const shortForms: [RegExp, string][] = [
  [/^Bundesverfassungsgericht/i, 'BVerfG'],
  [/^Bundesverwaltungsgericht/i, 'BVerwG'],
  [/^Bundesgerichtshof/i, 'BGH'],
  [/^Bundessozialgericht/i, 'BSG'],
  [/^Bundesarbeitsgericht/i, 'BAG'],
  [/^Bundesfinanzhof/i, 'BFH'],
  [/^Bundespatentgericht/i, 'BPatG'],
  [/^Gerichtshof der Europäischen Union/i, 'EuGH'],
  [/^Oberverwaltungsgericht/i, 'OVG'],
  [/^Verwaltungsgerichtshof/i, 'VGH'],
  [/^Verwaltungsgericht/i, 'VG'],
  [/^Landessozialgericht/i, 'LSG'],
  [/^Sozialgericht/i, 'SG'],
  [/^Landesarbeitsgericht/i, 'LAG'],
  [/^Arbeitsgericht/i, 'ArbG'],
  [/^Oberlandesgericht/i, 'OLG'],
  [/^Landgericht/i, 'LG'],
  [/^Amtsgericht/i, 'AG'],
  [/^Finanzgericht/i, 'FG'],
  [/^Verfassungsgerichtshof/i, 'VerfGH'],
]

/** `Verwaltungsgericht Köln` → `VG Köln`, `Oberverwaltungsgericht NRW` → `OVG NRW`; an unknown name stays as it is. */
export function shortCourt(name: string): string {
  const folded = name.trim().replaceAll(/\s+/g, ' ')
  for (const [pattern, short] of shortForms) if (pattern.test(folded)) return folded.replace(pattern, short).trim()
  return folded
}

const federal = /^(?:BVerfG|BVerwG|BGH|BSG|BAG|BFH|BPatG|GmSOGB|TDG|EuGH|EuG)\b/

/** True for the courts of the Federation and of the Union, whose decisions concern every Land. */
export function isFederalCourt(court: string): boolean {
  return federal.test(court)
}

/** The Land whose name the publisher gives (`Nordrhein-Westfalen`), or null. */
export function territoryOf(land: string): string | null {
  return laender.find(({ name }) => name.toLowerCase() === land.trim().toLowerCase())?.code ?? null
}

/** Names one court goes by: that of its Land and that of its seat. */
const sameCourts = [
  ['OVG NRW', 'OVG Nordrhein-Westfalen', 'OVG für das Land Nordrhein-Westfalen', 'OVG NW', 'OVG Münster'],
  ['BayVGH', 'VGH München', 'VGH Bayern'],
  ['VGH BW', 'VGHBW', 'VGH Mannheim', 'VGH Baden-Württemberg'],
  ['HessVGH', 'VGH Kassel', 'VGH Hessen'],
  ['NdsOVG', 'OVG Lüneburg', 'OVG Niedersachsen'],
  ['SächsOVG', 'OVG Bautzen', 'OVG Sachsen'],
  ['OVG Koblenz', 'OVG Rheinland-Pfalz', 'OVG RP'],
  ['OVG Berlin-Brandenburg', 'OVG BB', 'OVG Bln-Bbg'],
]

/** Whether two names mean one court (`OVG Münster`, `OVG NRW`). */
export function isSameCourt(a: string, b: string): boolean {
  return a === b || sameCourts.some((names) => names.includes(a) && names.includes(b))
}
