/** The Länder by ISO 3166-2:DE code, each with its name and the first two digits of its official municipality keys. */
export const laender: readonly { code: string; name: string; key: string }[] = [
  { code: 'DE-BW', name: 'Baden-Württemberg', key: '08' },
  { code: 'DE-BY', name: 'Bayern', key: '09' },
  { code: 'DE-BE', name: 'Berlin', key: '11' },
  { code: 'DE-BB', name: 'Brandenburg', key: '12' },
  { code: 'DE-HB', name: 'Bremen', key: '04' },
  { code: 'DE-HH', name: 'Hamburg', key: '02' },
  { code: 'DE-HE', name: 'Hessen', key: '06' },
  { code: 'DE-MV', name: 'Mecklenburg-Vorpommern', key: '13' },
  { code: 'DE-NI', name: 'Niedersachsen', key: '03' },
  { code: 'DE-NW', name: 'Nordrhein-Westfalen', key: '05' },
  { code: 'DE-RP', name: 'Rheinland-Pfalz', key: '07' },
  { code: 'DE-SL', name: 'Saarland', key: '10' },
  { code: 'DE-SN', name: 'Sachsen', key: '14' },
  { code: 'DE-ST', name: 'Sachsen-Anhalt', key: '15' },
  { code: 'DE-SH', name: 'Schleswig-Holstein', key: '01' },
  { code: 'DE-TH', name: 'Thüringen', key: '16' },
]

/** `DE` → `Bund`, `DE-NW` → `Nordrhein-Westfalen`, below a Land with its key: `Nordrhein-Westfalen 05162`. */
export function territoryName(code: string): string {
  if (code === 'DE') return 'Bund'
  const land = laender.find((candidate) => code.startsWith(candidate.code))
  return land ? `${land.name}${code.slice(land.code.length).replace('-', ' ')}` : code
}

const territoryPattern = /^(DE-[A-Z]{2})(?:-(\d{2})(?:\d{3}|\d{6}))?$/

/**
 * True for `DE`, a Land (`DE-NW`), and a district or municipality by its official key of five or eight digits
 * (`DE-NW-05162`, `DE-NW-05162024`). The key must lie in the Land it is written under; whether that very
 * municipality exists is not known here.
 */
export function isTerritory(code: string): boolean {
  if (code === 'DE') return true
  const match = territoryPattern.exec(code)
  const land = laender.find((candidate) => candidate.code === match?.[1])
  return land !== undefined && (match?.[2] === undefined || match[2] === land.key)
}

/**
 * The territories whose law applies to someone asking for `asked`, widest first: federal law everywhere, a Land's law
 * in the Land, a district's in its municipalities, never that of a neighbour. `DE-NW-05162024` → `DE`, `DE-NW`,
 * `DE-NW-05162`, `DE-NW-05162024`.
 */
export function territoriesOver(asked: string): string[] {
  const [, land, key = ''] = /^(DE-[A-Z]{2})(?:-(\d+))?$/.exec(asked) ?? []
  if (land === undefined) return [asked]
  const districts = [5, 8].filter((digits) => digits <= key.length).map((digits) => `${land}-${key.slice(0, digits)}`)
  return ['DE', land, ...districts]
}
