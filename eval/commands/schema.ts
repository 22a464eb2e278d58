import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { jsonSchemaPath, jsonSchemaText } from '../reference/json-schema.ts'
import type { Command } from './command.ts'

export const schema: Command = {
  usage: `schema
  schreibt das JSON-Schema eines Fragensatzes neu (eval/reference/reference-case.schema.json).`,
  run(words) {
    parseArgs({ args: words, options: {} })
    writeFileSync(jsonSchemaPath, jsonSchemaText())
    console.log(jsonSchemaPath)
    return Promise.resolve(0)
  },
}
