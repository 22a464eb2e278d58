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

/** Names one court goes by: that of its Land, that of its seat, and how it calls itself, as `shortCourt` leaves them. */
const sameCourts = [
  ['OVG NRW', 'OVG Nordrhein-Westfalen', 'OVG für das Land Nordrhein-Westfalen', 'OVG NW', 'OVG Münster'],
  ['BayVGH', 'VGH München', 'VGH Bayern', 'Bayerischer Verwaltungsgerichtshof', 'Bayerischer VGH'],
  ['VGH BW', 'VGHBW', 'VGH Mannheim', 'VGH Baden-Württemberg'],
  ['HessVGH', 'VGH Kassel', 'VGH Hessen', 'Hessischer Verwaltungsgerichtshof', 'Hessischer VGH'],
  ['NdsOVG', 'OVG Lüneburg', 'OVG Niedersachsen', 'Niedersächsisches Oberverwaltungsgericht'],
  ['SächsOVG', 'OVG Bautzen', 'OVG Sachsen', 'Sächsisches Oberverwaltungsgericht'],
  ['ThürOVG', 'OVG Weimar', 'OVG Thüringen', 'Thüringer Oberverwaltungsgericht'],
  ['OVG Koblenz', 'OVG Rheinland-Pfalz', 'OVG RP'],
  ['OVG Berlin-Brandenburg', 'OVG BB', 'OVG Bln-Bbg'],
  ['OVG Hamburg', 'Hamburgisches Oberverwaltungsgericht', 'HmbOVG'],
  ['OVG Bremen', 'OVG der Freien Hansestadt Bremen'],
  ['OVG Schleswig', 'OVG Schleswig-Holstein', 'OVG für das Land Schleswig-Holstein', 'OVG SH'],
  ['OVG Magdeburg', 'OVG Sachsen-Anhalt', 'OVG des Landes Sachsen-Anhalt', 'OVG LSA'],
  ['OVG Greifswald', 'OVG Mecklenburg-Vorpommern', 'OVG für das Land Mecklenburg-Vorpommern', 'OVG MV'],
  ['OVG Saarlouis', 'OVG Saarland', 'OVG des Saarlandes'],
]

/** One name for each court that goes by several, by any of them; a court that is not in here has but one. */
export const courtNames: Readonly<Record<string, string>> = Object.fromEntries(
  sameCourts.flatMap((names) => names.map((name) => [name, names[0] ?? name])),
)

/** Whether two names mean one court (`OVG Münster`, `OVG NRW`). */
export function isSameCourt(a: string, b: string): boolean {
  return a === b || (courtNames[a] ?? a) === (courtNames[b] ?? b)
}
