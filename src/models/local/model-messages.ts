/** What the service says to the process that runs the model. */
export type ToModel =
  | { type: 'load'; runtime: string; file: string; contextTokens: number }
  | {
      type: 'complete'
      id: number
      system: string
      user: string
      schema: Record<string, unknown> | null
      maxTokens: number
    }
  | { type: 'abort'; id: number }
  | { type: 'count'; id: number; text: string }

/** What it hears back. Requests are answered one after the other, in the order they came. */
export type FromModel =
  /** `contextTokens`: what prompt and reply may have together. */
  | { type: 'loaded'; contextTokens: number }
  | { type: 'unusable'; message: string }
  | { type: 'piece'; id: number; text: string }
  /** `loosened`: what of the schema the grammar did not hold the reply to; null: there was no grammar at all. */
  | { type: 'done'; id: number; loosened: string[] | null }
  | { type: 'counted'; id: number; tokens: number }
  | { type: 'too_long'; id: number; tokens: number; contextTokens: number }
  | { type: 'failed'; id: number; message: string }
