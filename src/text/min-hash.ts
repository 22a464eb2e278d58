import { fold } from './fold.ts'

/** Words a shingle has: long enough that law's stock phrases alone do not make two texts alike. */
const shingleWords = 5
/** Numbers of a signature; the estimate's standard error is at most 1 / (2 √128) = 0.044. */
const size = 128
/** Bands of a signature for finding candidates: texts alike by 0.8 share one of 32 bands of 4 with 0.99999. */
const bands = 32

/**
 * The MinHash signature of a text: 128 unsigned 32-bit numbers whose equal share estimates the Jaccard similarity of the
 * texts' 5-word shingles (Broder 1997). Case, umlaut spelling, punctuation and line breaks do not count, so that one text
 * read from PDF and from Word is the same. Null for a text shorter than one shingle: it says too little.
 */
export function minHash(text: string): Uint32Array | null {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < shingleWords) return null
  const signature = new Uint32Array(size).fill(0xffffffff)
  for (let at = 0; at + shingleWords <= words.length; at += 1)
    lower(signature, hash(words.slice(at, at + shingleWords).join(' ')))
  return signature
}

/** Estimated Jaccard similarity of two signatures' texts, 0 to 1. */
export function similarity(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let equal = 0
  for (let at = 0; at < size; at += 1) if (one[at] === other[at]) equal += 1
  return equal / size
}

/** One signed 32-bit number for each band of a signature, different between bands: texts that share one are candidates. */
export function bandsOf(signature: Uint32Array): number[] {
  const rows = size / bands
  return Array.from({ length: bands }, (_, band) => {
    const part = signature.subarray(band * rows, (band + 1) * rows)
    return hash(`${band}:${part.join(',')}`) | 0
  })
}

/** Each of the signature's hash functions is the shingle's hash, multiplied and shifted by odd constants of its own. */
function lower(signature: Uint32Array, value: number): void {
  for (let at = 0; at < size; at += 1) {
    const mixed = mix(value ^ Math.imul(at + 1, 0x9e3779b1))
    if (mixed < (signature[at] as number)) signature[at] = mixed
  }
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return mix(value)
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the result. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
