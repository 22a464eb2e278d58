import { z } from 'zod'
import { packageRoot } from '../../src/package-root.ts'
import { join } from 'node:path'
import { referenceCaseSchema } from './reference-case.ts'

/** Where the JSON Schema of a reference question lies, for editors and for programs in other languages. */
export const jsonSchemaPath: string = join(packageRoot, 'eval/reference/reference-case.schema.json')

/** The JSON Schema of one line of a reference set, as text. What holds between fields it cannot say; `check` does. */
export function jsonSchemaText(): string {
  const schema = z.toJSONSchema(referenceCaseSchema, { io: 'input', override: describeDay })
  return `${JSON.stringify({ title: 'Reference question: one line of a reference set', ...schema }, null, 2)}\n`
}

/** A day is checked by code, of which a JSON Schema only knows the form. */
function describeDay({ jsonSchema, path }: { jsonSchema: z.core.JSONSchema.BaseSchema; path: (string | number)[] }) {
  if (path.at(-1) === 'as_of') jsonSchema.format = 'date'
}
