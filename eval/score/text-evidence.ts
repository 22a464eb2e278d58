import type { CitedClaim } from '../../src/answer/verify/check.ts'
import { toDay } from '../../src/law/day.ts'
import type { Passage } from '../../src/law/passage.ts'

const nowhere: Passage = {
  id: '',
  document: { id: '', kind: 'statute', rank: 'statute', title: '', abbreviation: '', invented: false },
  territory: '',
  normKey: '',
  norm: null,
  paragraph: null,
  path: [],
  heading: null,
  outline: [],
  label: '',
  pages: [],
  text: '',
  normSha256: '',
  sha256: '',
  start: 0,
  end: 0,
  sentences: [],
  repealed: false,
  validFrom: toDay('0001-01-01'),
  validTo: null,
  validBasis: 'assumed',
  url: '',
  urlShows: 'current_version',
}

/** A sentence laid against a text as if it cited it, so that the verifier's rules can be asked about any two texts. */
export function claimOn(text: string, source: string): CitedClaim {
  const span = { start: 0, end: source.length }
  const passage = { ...nowhere, ...span, text: source, rank: 1, score: 1, why: [] }
  return { text, evidence: [{ id: 'E1', passage, sentence: 1, span, text: source }], passages: [passage] }
}
