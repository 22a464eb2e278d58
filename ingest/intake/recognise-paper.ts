import { germanDay } from '../../src/law/day.ts'
import type { Paper } from '../parse/paper/paper.ts'
import { recogniseHeader, type RecognisedHeader } from '../parse/recognise-header.ts'
import { headerLines } from './header-lines.ts'

/** What a paper says of itself. A mail without a day of its own holds from the day it was sent, not from that of its upload. */
export function recognisePaper(paper: Paper): RecognisedHeader {
  const recognised = recogniseHeader(headerLines(paper))
  const sentOn = paper.meta.mail?.sentOn ?? null
  if (sentOn === null || recognised.inForceFrom || recognised.particulars.issuedOn !== null) return recognised
  return { ...recognised, inForceFrom: { value: sentOn, certainty: 'medium', words: `Gesendet: ${germanDay(sentOn)}` } }
}
