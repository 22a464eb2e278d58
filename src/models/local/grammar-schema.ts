/** A JSON Schema as the runtime's grammar understands it, and which of its words that leaves out. */
export interface GrammarSchema {
  schema: Record<string, unknown>
  /** Keywords that narrow a reply and that the grammar cannot hold it to. */
  leftOut: string[]
}

const kept = new Set(['type', 'enum', 'const', 'oneOf', 'minLength', 'maxLength', 'minItems', 'maxItems', '$ref'])
/** What says nothing about the reply, or what the grammar does anyhow: it writes every property, in order, and no other. */
const needless = new Set(['$schema', '$id', 'title', 'description', 'default', 'examples', 'required'])
/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
const nested = new Set(['items', 'prefixItems', 'anyOf', 'oneOf', 'properties', '$defs'])

/** Rewrites a schema for `createGrammarForJsonSchema`, which passes over what it does not know without a word. */
export function toGrammarSchema(schema: Record<string, unknown>): GrammarSchema {
  const leftOut = new Set<string>()
  return { schema: rewrite(schema, leftOut) as Record<string, unknown>, leftOut: [...leftOut] }
}

function rewrite(value: unknown, leftOut: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => rewrite(each, leftOut))
  if (typeof value !== 'object' || value === null) return value
  const result: Record<string, unknown> = {}
  for (const [keyword, content] of Object.entries(value)) {
    if (keyword === 'properties' || keyword === '$defs') result[keyword] = rewriteNamed(content, leftOut)
    else if (nested.has(keyword)) result[keyword === 'anyOf' ? 'oneOf' : keyword] = rewrite(content, leftOut)
    else if (kept.has(keyword)) result[keyword] = content
    else if (!needless.has(keyword) && !isNeedless(keyword, content)) leftOut.add(keyword)
  }
  return result
}

function rewriteNamed(schemas: unknown, leftOut: Set<string>): unknown {
  if (typeof schemas !== 'object' || schemas === null) return schemas
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, rewrite(schema, leftOut)]))
}

/** zod writes `additionalProperties: false` and the range of whole numbers that a computer knows. */
function isNeedless(keyword: string, content: unknown): boolean {
  return (
    (keyword === 'additionalProperties' && content === false) ||
    ((keyword === 'minimum' || keyword === 'maximum') && Math.abs(Number(content)) === Number.MAX_SAFE_INTEGER)
  )
}
