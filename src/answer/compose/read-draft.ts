import { z } from 'zod'
import type { Draft, DraftClaim, DraftRequirement } from '../../law/answer.ts'
import { claimSchema, requirementSchema } from './draft-schemas.ts'

/** No answer has more claims; a reply that does is not read to its end. */
const maxPieces = 200
const maxMalformedChars = 300

/**
 * What a model wrote, read as far as it can be: JSON in a code fence, with prose around it, after a chain of thought,
 * with trailing commas or cut off in the middle. What cannot be read as a claim is kept in `malformed`.
 */
export function readDraft(reply: string): Draft {
  const text = reply.replace(/^[\s\S]*<\/think>/i, '')
  return readWhole(text) ?? readPieces(text)
}

function readWhole(text: string): Draft | null {
  const value = parse(text.slice(text.search(/[[{]/), Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1))
  const claims = isRecord(value) ? value['claims'] : value
  // Prose with a number in brackets parses as a list, too.
  if (!Array.isArray(claims) || (claims === value && !claims.some(isRecord))) return null
  const open = isRecord(value) ? z.array(z.string()).catch([]).parse(value['open']) : []
  const listed = isRecord(value) && Array.isArray(value['checklist']) ? value['checklist'].slice(0, maxPieces) : []
  const checklist = readChecklist(listed)
  return {
    ...readClaims(claims.slice(0, maxPieces)),
    open: open.map((part) => part.trim()).filter(Boolean),
    ...(checklist.length > 0 && { checklist }),
  }
}

/** Every complete innermost object is tried by itself, so that a cut-off reply loses only its last claim. */
function readPieces(text: string): Draft {
  const pieces = innermostObjects(text)
  const values = pieces.found.map((piece) => parse(piece) ?? piece)
  const claims = readClaims(values.filter((value) => !isRequirement(value)))
  const checklist = readChecklist(values.filter(isRequirement))
  const rest =
    pieces.rest.replace(/[`\s[\]{},:]|json|"?(claims|open|checklist)"?/g, '') === '' ? '' : pieces.rest.trim()
  return {
    claims: claims.claims,
    open: [],
    malformed: [...claims.malformed, ...(rest ? [rest.slice(0, maxMalformedChars)] : [])],
    ...(checklist.length > 0 && { checklist }),
  }
}

function readClaims(values: unknown[]): Pick<Draft, 'claims' | 'malformed'> {
  const claims: DraftClaim[] = []
  const malformed: string[] = []
  for (const value of values) {
    const claim = claimSchema.safeParse(value)
    if (claim.success) {
      const { text, role, evidence } = claim.data
      claims.push({ text, role, evidenceIds: [...new Set(evidence)] })
    } else {
      malformed.push((typeof value === 'string' ? value : JSON.stringify(value)).slice(0, maxMalformedChars))
    }
  }
  return { claims, malformed }
}

/** What cannot be read of a checklist is left out: it answers nothing, and its lines are no sentences to list as removed. */
function readChecklist(values: unknown[]): DraftRequirement[] {
  return values.flatMap((value) => {
    const read = requirementSchema.safeParse(value)
    if (!read.success) return []
    const { requirement, evidence, state, fact } = read.data
    return [{ text: requirement, evidenceIds: [...new Set(evidence)], state, fact }]
  })
}

/** One pass over the text, aware of strings: objects without objects in them, and what stands after the last. */
function innermostObjects(text: string): { found: string[]; rest: string } {
  const found: string[] = []
  let start = -1
  let end = 0
  let inString = false
  for (let index = 0; index < text.length && found.length < maxPieces; index += 1) {
    const character = text[index]
    if (start >= 0 && inString && character === '\\') index += 1
    else if (start >= 0 && character === '"') inString = !inString
    else if (!inString && character === '{') start = index
    else if (!inString && character === '}' && start >= 0) {
      end = index + 1
      found.push(text.slice(start, end))
      start = -1
    }
  }
  return { found, rest: text.slice(end) }
}

function parse(text: string): unknown {
  for (const attempt of [text, text.replace(/,(\s*[\]}])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // Not JSON like this: the next attempt, or the pieces, may be.
    }
  }
  return undefined
}

function isRequirement(value: unknown): boolean {
  return isRecord(value) && 'requirement' in value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
