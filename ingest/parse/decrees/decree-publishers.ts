import type { Day } from '../../../src/law/day.ts'
import type { DecreePublisher } from './parse-decree.ts'
import { dayOfDigits } from './written-digits.ts'

/** Names under which administrative regulations on these laws are cited. */
const shortLaws: Record<string, string> = {
  Aufenthaltsgesetz: 'AufenthG',
  'Freizügigkeitsgesetz/EU': 'FreizügG/EU',
  Staatsangehörigkeitsgesetz: 'StAG',
  Asylgesetz: 'AsylG',
  Asylbewerberleistungsgesetz: 'AsylbLG',
}

/** Administrative regulations of the Federation (Verwaltungsvorschriften im Internet): keys like `bsvwvbund_26102009_MI31284061`. */
export const vwvbund: DecreePublisher = {
  name: 'vwvbund',
  territory: 'DE',
  publishesLaws: false,
  urlOf: (slug) => `https://www.verwaltungsvorschriften-im-internet.de/${slug}.htm`,
  dayOf: (slug): Day | null => dayOfDigits(/_(\d{8})_/.exec(slug)?.[1]),
  namesOf: ({ law }) => {
    const short = law === null ? undefined : shortLaws[law]
    return short === undefined ? [] : [`AVwV ${short}`, `AVwV-${short}`, `${short}-VwV`, `VwV-${short}`, `VwV ${short}`]
  },
}

/** Laws, ordinances and Runderlasse of North Rhine-Westphalia. A key is the page's path with `~` for `/`. */
export const rechtNrw: DecreePublisher = {
  name: 'recht_nrw',
  territory: 'DE-NW',
  publishesLaws: true,
  urlOf: (slug) => `https://recht.nrw.de/${slug.replaceAll('~', '/')}`,
}

/** Law and administrative regulations of Saxony. */
export const revosax: DecreePublisher = {
  name: 'revosax',
  territory: 'DE-SN',
  publishesLaws: true,
  urlOf: (slug) => `https://www.revosax.sachsen.de/vorschrift/${slug}`,
}

/** The federal ministry's Anwendungshinweise. */
export const bmi: DecreePublisher = {
  name: 'bmi',
  territory: 'DE',
  publishesLaws: false,
  urlOf: (slug) => `https://www.bmi.bund.de/${slug.replaceAll('~', '/')}`,
}

/** Berlin's Verfahrenshinweise zum Aufenthalt. */
export const vab: DecreePublisher = {
  name: 'vab',
  territory: 'DE-BE',
  publishesLaws: false,
  urlOf: (slug) => `https://www.berlin.de/${slug.replaceAll('~', '/')}`,
  namesOf: () => ['VAB', 'Verfahrenshinweise zum Aufenthalt in Berlin'],
}
