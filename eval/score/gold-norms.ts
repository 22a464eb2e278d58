import { normName } from '../reference/norm-name.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'

/** A place the reference names: a norm, an Absatz of it (null: the norm as a whole), and its words where the set has them. */
export interface GoldPlace {
  /** `aufenthg_2004 § 18g`. */
  norm: string
  paragraph: string | null
  quote: string | null
  /** False: the place helps, and citing it is never wrong, but nothing asks for it. */
  essential: boolean
}

/** The gold of a question, each place once; a place named twice is essential where one naming is. */
export function goldPlaces({ gold }: ReferenceCase): GoldPlace[] {
  const places = new Map<string, GoldPlace>()
  for (const { law, norm, para, quote, essential } of gold) {
    const place = { norm: normName(law, norm), paragraph: para, quote: quote ?? null, essential }
    const key = JSON.stringify([place.norm, place.paragraph, place.quote])
    places.set(key, { ...place, essential: essential || (places.get(key)?.essential ?? false) })
  }
  return [...places.values()]
}

/** The gold places without which an answer fails. */
export function essentialPlaces(reference: ReferenceCase): GoldPlace[] {
  return goldPlaces(reference).filter(({ essential }) => essential)
}

/** Each norm once. */
export function normsOf(places: { norm: string }[]): string[] {
  return [...new Set(places.map(({ norm }) => norm))]
}
