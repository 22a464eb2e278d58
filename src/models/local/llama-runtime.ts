import { pathToFileURL } from 'node:url'

/** The part of node-llama-cpp we use, as its 3.22 declares it. It is not a dependency: nothing else knows its types. */
export interface LlamaRuntime {
  getLlama(options: Record<string, unknown>): Promise<Llama>
  LlamaChatSession: new (options: { contextSequence: LlamaSequence; systemPrompt: string }) => LlamaSession
}

interface Llama {
  cpuMathCores: number
  loadModel(options: { modelPath: string }): Promise<LlamaModel>
  createGrammarForJsonSchema(schema: Record<string, unknown>): Promise<LlamaGrammar>
}

interface LlamaModel {
  trainContextSize: number
  tokenize(text: string): number[]
  createContext(options: Record<string, unknown>): Promise<LlamaContext>
}

interface LlamaContext {
  contextSize: number
  getSequence(): LlamaSequence
}

interface LlamaSession {
  prompt(
    text: string,
    options: {
      grammar?: LlamaGrammar
      maxTokens: number
      temperature: number
      signal: AbortSignal
      onTextChunk: (text: string) => void
    },
  ): Promise<string>
  dispose(): void
}

declare const opaque: unique symbol
export type LlamaGrammar = { [opaque]: 'grammar' }
type LlamaSequence = { [opaque]: 'sequence' }

/** Loads the runtime from the folder it was installed into. */
export async function importRuntime(module: string): Promise<LlamaRuntime> {
  return (await import(pathToFileURL(module).href)) as LlamaRuntime
}
