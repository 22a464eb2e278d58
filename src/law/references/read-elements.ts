import { matchAt } from '../../text/match-at.ts'
import type { Reference } from '../reference.ts'
import { type Level, type Part, readBare, readPart, readShortParagraph } from './read-part.ts'
import { type SignedNorm, readBareNorm } from './read-sign.ts'

const range = /(?:\s{1,3}bis(?:\s{1,3}zum?)?\s{1,3}|\s?[-–—]\s?)(?:§\s{0,3})?/iuy
const connector =
  /\s{0,3}(?:,\s{0,3}(?:(?:und|oder|sowie)\s{1,3})?|(?:und|oder|sowie|bzw\.|beziehungsweise|u\.|o\.)\s{1,3}|\/|(?:auch\s{1,3})?(?:in\s{1,3}Verbindung\s{1,3}mit|i\.\s?V\.\s?m\.?|iVm\.?)\s{1,3}){1,2}(?:(?:des|der|dem|den)\s{1,3})?/iuy
const followingNorms = /\s{0,3}(ff|f)(?:\.|(?![\p{L}\d]))/uy
/** After a single § a bare number is a further norm only where the text then goes on like a reference. */
const goesOn = /\s{0,3}(?:$|[.;)?!]|(?:Abs|Satz|Nr|des|der)\b|[A-ZÄÖÜ]\p{L}*\p{Lu})/uy

/** `und 2 BvR 1/20`: the number opens an Aktenzeichen. */
const opensDocket = /\s(?!RL|VO)\p{Lu}\p{L}{0,3}\s\d{1,5}[/.]\d/uy

/** Where the reading stands: the reference in hand, and the level its last number belongs to. */
interface State {
  reference: Reference
  level: Level | 'norm'
}

/** Reads one signed norm with its parts, and the further norms or parts listed after it. Always at least one reference. */
export function readElements(text: string, start: number, signed: SignedNorm): Reference[] {
  const state: State = { reference: emptyReference(signed.norm, start, signed.end), level: 'norm' }
  const found = [state.reference]
  readBelow(text, state)
  for (;;) {
    readRange(text, state, signed)
    const next = readNext(text, state, signed)
    if (!next) break
    state.reference = next.reference
    state.level = next.level
    found.push(next.reference)
    readBelow(text, state)
  }
  for (const reference of found) reference.text = text.slice(reference.start, reference.end)
  return found
}

/** Reads parts that stand one after the other, from the larger to the smaller. */
function readBelow(text: string, state: State): void {
  readFollowing(text, state)
  const short = state.level === 'norm' ? readShortParagraph(text, state.reference.end) : null
  if (short) {
    take(state, short)
    const bare = readBareAfterShort(text, state.reference.end)
    if (bare) take(state, bare)
  }
  for (let part = readPart(text, state.reference.end); part; part = readPart(text, state.reference.end)) {
    if (isGiven(state.reference, part)) break
    take(state, part)
    readFollowing(text, state)
  }
}

function readBareAfterShort(text: string, at: number): Part | null {
  const blank = matchAt(/\s{1,3}/uy, text, at)
  return blank && readBare(text, at + blank[0].length, 'sentence')
}

function readFollowing(text: string, state: State): void {
  const found = matchAt(followingNorms, text, state.reference.end)
  if (!found) return
  state.reference.following = found[1] === 'f' ? 'f' : 'ff'
  state.reference.end += found[0].length
}

/** `bis 36a`: the range stays one reference, because the norms between are known to the law alone. */
function readRange(text: string, state: State, signed: SignedNorm): void {
  const { reference, level } = state
  const between = matchAt(range, text, reference.end)
  if (!between) return
  const at = reference.end + between[0].length
  const written = between[0].includes('§')
  if (level === 'norm') {
    const last = signed.plural || written ? readBareNorm(text, at, signed.prefix) : null
    if (last) extend(reference, last.norm, last.end)
    return
  }
  const keyword = readPart(text, at)
  const last = keyword?.level === level ? keyword : readBare(text, at, level)
  if (last && !written) extend(reference, last.value, last.end)
}

function extend(reference: Reference, to: string, end: number): void {
  reference.to = to
  reference.end = end
}

function readNext(text: string, state: State, signed: SignedNorm): State | null {
  const between = matchAt(connector, text, state.reference.end)
  if (!between) return null
  const at = state.reference.end + between[0].length
  const part = readPart(text, at)
  if (part && part.level !== 'none') return below(state.reference, part, at)
  if (state.level === 'norm') return nextNorm(text, at, signed, between[0])
  const bare = readBare(text, at, state.level)
  return bare && below(state.reference, bare, at)
}

function nextNorm(text: string, at: number, signed: SignedNorm, between: string): State | null {
  const bare = readBareNorm(text, at, signed.prefix)
  if (!bare || matchAt(opensDocket, text, bare.end)) return null
  const listed = signed.plural && signed.prefix !== 'Anlage' && signed.prefix !== 'Anhang'
  if (!listed && (between.includes(',') || !matchAt(goesOn, text, bare.end))) return null
  return { reference: emptyReference(bare.norm, at, bare.end), level: 'norm' }
}

/** A further part of the norm in hand: the levels above its own stay, those below begin anew. */
function below(reference: Reference, part: Part, start: number): State {
  const state: State = {
    reference: { ...emptyReference(reference.norm ?? '', start, part.end), paragraph: reference.paragraph },
    level: part.level,
  }
  if (part.level === 'number' || part.level === 'letter') {
    state.reference.sentence = reference.sentence
    state.reference.path = reference.path.slice(0, depth(reference.path, part))
  }
  take(state, part)
  return state
}

function take(state: State, part: Part): void {
  const { reference } = state
  if (part.level === 'paragraph') reference.paragraph = part.value
  if (part.level === 'sentence') reference.sentence = Number(part.value)
  if (part.level === 'number' || part.level === 'letter') reference.path = [...reference.path, part.value]
  if (part.level !== 'none') state.level = part.level
  reference.end = part.end
}

/** True where the same level is given already: `Abs. 1 Abs. 1` is the end of one reference. */
function isGiven(reference: Reference, part: Part): boolean {
  if (part.level === 'paragraph') return reference.paragraph !== null || reference.path.length > 0
  if (part.level === 'sentence') return reference.sentence !== null
  return part.level !== 'none' && depth(reference.path, part) < reference.path.length
}

/** How many steps of a path stand above a part: Nummer, Buchstabe, Doppelbuchstabe. */
function depth(path: string[], part: Part): number {
  if (part.level === 'number') return 0
  const same = path.findIndex((step) => /^[a-z]+$/.test(step) && step.length >= part.value.length)
  return same === -1 ? path.length : same
}

function emptyReference(norm: string, start: number, end: number): Reference {
  return {
    kind: 'norm',
    text: '',
    start,
    end,
    norm,
    paragraph: null,
    sentence: null,
    path: [],
    law: null,
    caseNumber: null,
  }
}
