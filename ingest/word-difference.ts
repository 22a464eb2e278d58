import { diffWords } from 'diff'

/** More differing words than this are a rewriting, not an amendment; comparing them would also take long. */
const wordsMax = 1000
const placesMax = 6
const contextChars = 40

/**
 * Where two texts differ, one line a place, as a clerk would mark it: `… binnen [12 → 18] Monaten …`,
 * `[+ neue Wörter]`, `[− gestrichene Wörter]`. At most six places, then how many more there are.
 */
export function wordDifference(before: string, after: string): string[] {
  const parts = diffWords(flat(before), flat(after), { maxEditLength: wordsMax })
  if (parts === undefined) return [`weitgehend neu gefasst (bisher ${before.length}, nun ${after.length} Zeichen)`]
  const places = mark(parts)
  const more = places.length - placesMax
  return more > 0 ? [...places.slice(0, placesMax), `… und ${more} weitere Stellen`] : places
}

type Part = { value: string; added: boolean; removed: boolean }

/** A removal and the addition that follows it are one place: the old words and the new. */
function mark(parts: Part[]): string[] {
  const places: string[] = []
  let context = ''
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as Part
    if (!part.added && !part.removed) {
      context = part.value
      continue
    }
    const next = parts[index + 1]
    const replaced = part.removed && next?.added === true ? next : null
    if (replaced !== null) index += 1
    const following = parts[index + 1]
    places.push(tail(context) + changeOf(part, replaced) + head(following?.value ?? ''))
  }
  return places
}

function changeOf(part: Part, replaced: Part | null): string {
  if (replaced !== null) return `[${short(part.value)} → ${short(replaced.value)}]`
  return part.added ? `[+ ${short(part.value)}]` : `[− ${short(part.value)}]`
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function short(text: string): string {
  const words = text.trim()
  return words.length > 200 ? `${words.slice(0, 120)} … ${words.slice(-60)}` : words
}

function tail(text: string): string {
  if (text === '') return ''
  const words = text.trim()
  return words.length <= contextChars ? `${words} ` : `… ${words.slice(-contextChars).replace(/^\S*\s+/, '')} `
}

function head(text: string): string {
  const words = text.trim()
  if (words === '') return ''
  const glue = /^[.,;:)]/.test(words) ? '' : ' '
  return words.length <= contextChars ? glue + words : `${glue}${words.slice(0, contextChars).replace(/\s+\S*$/, '')} …`
}
