import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonSchemaPath, jsonSchemaText } from './json-schema.ts'

test('the JSON Schema that ships is the one of the code (npm run eval -- schema)', () => {
  expect(readFileSync(jsonSchemaPath, 'utf8')).toBe(jsonSchemaText())
})

test('it asks for what a row of an office’s list has, and no more', () => {
  const schema: unknown = JSON.parse(jsonSchemaText())
  expect(schema).toMatchObject({
    type: 'object',
    required: ['id', 'question', 'as_of'],
    properties: { as_of: { type: 'string', format: 'date' }, sources: { type: 'array' } },
  })
})
