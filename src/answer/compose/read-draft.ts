import { z } from 'zod'
import { claimRoles, type Draft, type DraftClaim } from '../../law/answer.ts'

const ids = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[\s,;]+/) : value),
  z.array(
    z.coerce.string().transform((id) =>
      id
        .replace(/[^A-Za-z0-9]/g, '')
        .replace(/^(?=\d)/, 'E')
        .toUpperCase(),
    ),
  ),
)

/** Fewer words say nothing that could follow from a source: `Ja`, or a password somebody planted. */
const sentence = /\S \S+ \S/

const claimSchema = z.object({
  text: z.string().transform(withoutIds).pipe(z.string().regex(sentence)),
  role: z.enum(claimRoles).catch('rule'),
  evidence: ids,
})

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
  return { ...readClaims(claims.slice(0, maxPieces)), open: open.map((part) => part.trim()).filter(Boolean) }
}

/** Every complete innermost object is tried by itself, so that a cut-off reply loses only its last claim. */
function readPieces(text: string): Draft {
  const pieces = innermostObjects(text)
  const claims = readClaims(pieces.found.map((piece) => parse(piece) ?? piece))
  const rest = pieces.rest.replace(/[`\s[\]{},:]|json|"?(claims|open)"?/g, '') === '' ? '' : pieces.rest.trim()
  return {
    claims: claims.claims,
    open: [],
    malformed: [...claims.malformed, ...(rest ? [rest.slice(0, maxMalformedChars)] : [])],
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Models like to repeat the ids in the sentence; citation numbers are the server's to set. */
function withoutIds(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?\[E?\d{1,3}(?: ?[,;] ?E?\d{1,3})*\](?!\()| ?\(E\d{1,3}(?: ?[,;] ?E\d{1,3})*\)/g, '')
    .trim()
}
