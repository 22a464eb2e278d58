import type { Day } from '../law/day.ts'
import type { CutPassage } from '../law/passage.ts'
import type { Reference } from '../law/reference.ts'
import type { Norm, Observation, DocumentText } from '../law/document-text.ts'

/** A parsed text with the hashes that address its content. All hashes are SHA-256 in hex, over UTF-8. */
export interface PreparedVersion {
  text: DocumentText
  /** Over everything that was parsed: two files with the same one are the same version. */
  contentSha256: string
  observation: Observation & { fetchedOn: Day }
  norms: PreparedNorm[]
  /** MinHash of all its words; null for laws, which nobody files twice, and for what is too short. */
  signature: Uint32Array | null
}

export interface PreparedNorm {
  norm: Norm
  /** Over name, heading, text and structure: what makes it a Fassung of its own. */
  contentSha256: string
  textSha256: string
  /** Official deep link of the norm. */
  url: string
}

/** A passage ready to be stored, with what it refers to. */
export interface PreparedPassage extends CutPassage {
  publicId: string
  ordinal: number
  text: string
  textSha256: string
  heading: string | null
  /** What the embedding model is given. */
  embeddingInput: string
  embeddingSha256: string
  references: Reference[]
}
