// Stands in for node-llama-cpp where its native code is not the point: what the model does stands in the question.
import { setTimeout as wait } from 'node:timers/promises'

const tokenize = (text) => text.split(/\s+/)

export async function getLlama() {
  return {
    cpuMathCores: 2,
    async loadModel({ modelPath }) {
      if (modelPath.includes('kaputt')) throw new Error('Die Datei ist kein GGUF.')
      if (modelPath.includes('absturz')) process.kill(process.pid, 'SIGABRT')
      return {
        trainContextSize: 1000,
        tokenize,
        createContext: async ({ contextSize }) => ({ contextSize, getSequence: () => ({}) }),
      }
    },
    async createGrammarForJsonSchema(schema) {
      if (schema.type === 'array') throw new Error('Daraus wird keine Grammatik.')
      return { schema }
    },
  }
}

let running = 0

export class LlamaChatSession {
  async prompt(text, { maxTokens, temperature, grammar, signal, onTextChunk }) {
    running += 1
    try {
      if (text.includes('STÜRZE')) process.kill(process.pid, 'SIGABRT')
      if (text.includes('SCHEITERE')) throw new Error('erfundener Fehler')
      if (text.includes('SCHWEIGE')) await wait(600_000, null, { signal })
      if (text.includes('LANGSAM')) await wait(100)
      for (const piece of [
        '{"läuft":',
        String(running),
        `,"grenze":${maxTokens},"wärme":${temperature}`,
        `,"frei":${!grammar}}`,
      ])
        onTextChunk(piece)
    } finally {
      running -= 1
    }
  }
  dispose() {}
}
