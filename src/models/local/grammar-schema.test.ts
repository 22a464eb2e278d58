import { expect, test } from 'vitest'
import { z } from 'zod'
import { toGrammarSchema } from './grammar-schema.ts'

test('the schema of a draft is held to in full', () => {
  const claim = z.object({
    text: z.string(),
    role: z.enum(['rule', 'exception']),
    evidence: z.array(z.enum(['E1', 'E2'])),
  })
  const { schema, leftOut } = toGrammarSchema(
    z.toJSONSchema(z.object({ claims: z.array(claim).max(3), open: z.array(z.string()) })),
  )
  expect(leftOut).toEqual([])
  expect(schema).toEqual({
    type: 'object',
    properties: {
      claims: {
        type: 'array',
        maxItems: 3,
        items: {
          type: 'object',
          properties: {
            text: { type: 'string' },
            role: { type: 'string', enum: ['rule', 'exception'] },
            evidence: { type: 'array', items: { type: 'string', enum: ['E1', 'E2'] } },
          },
        },
      },
      open: { type: 'array', items: { type: 'string' } },
    },
  })
})

test('a value that may be one or another stays so', () => {
  const open = z.union([z.string(), z.array(z.string())])
  expect(toGrammarSchema(z.toJSONSchema(z.object({ open }))).schema).toEqual({
    type: 'object',
    properties: { open: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } },
  })
})

test('what a grammar cannot hold a reply to is named', () => {
  const { leftOut } = toGrammarSchema(
    z.toJSONSchema(z.object({ day: z.string().regex(/^\d+$/), n: z.number().max(5), i: z.int() })),
  )
  expect(leftOut).toEqual(['pattern', 'maximum'])
})

test('a field that is called like a keyword is no keyword', () => {
  expect(toGrammarSchema({ type: 'object', properties: { pattern: { type: 'string' } } })).toEqual({
    schema: { type: 'object', properties: { pattern: { type: 'string' } } },
    leftOut: [],
  })
})
