import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../package-root.ts'

const wheelSchema = z.strictObject({
  package: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  version: z.string().regex(/^[0-9.]+$/),
  /** Where the piece lies once the package is installed. */
  file: z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/),
})

const sourceSchema = z.union([
  /** Path below the address of the model hub. */
  z.strictObject({ hub: z.string().regex(/^[\w.-]+(\/[\w.-]+)+$/) }),
  /** Python packages whose pieces, one after the other, are the file. */
  z.strictObject({ wheels: z.array(wheelSchema).min(1) }),
])

const chatModelFileSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  /** `test`: never chosen by itself, it is too weak to answer. */
  use: z.enum(['default', 'larger', 'test']),
  file: z.string().regex(/^[\w.-]+\.gguf$/),
  licence: z.string().min(1),
  /** Bytes. */
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Tokens it was trained to hold; FUNDSTELLE_LLM_CONTEXT says how many it is given. */
  context: z.int().positive(),
  /** What the process takes while it runs, about. */
  memoryGb: z.number().positive(),
  /** German sentence: why this one. */
  why: z.string().min(1),
  /** Tried in this order. */
  sources: z.array(sourceSchema).min(1),
})

export type ChatModelFile = z.infer<typeof chatModelFileSchema>
export type ModelSource = z.infer<typeof sourceSchema>
export type Wheel = z.infer<typeof wheelSchema>

/** The models that `npm run model` knows, the default first (models/chat-models.json). */
export function readChatModels(): ChatModelFile[] {
  const text = readFileSync(join(packageRoot, 'models', 'chat-models.json'), 'utf8')
  return z.strictObject({ models: z.array(chatModelFileSchema) }).parse(JSON.parse(text)).models
}
