import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { readChatModels } from './chat-models.ts'
import { findRuntime } from './model-runtime.ts'
import type { ModelFile } from './run-model.ts'

/** Where models and their runtime lie. */
export function runtimeFolder(modelsFolder: string): string {
  return join(resolve(modelsFolder), 'runtime')
}

/**
 * The model to run in process: the one named (a name of the list, or a path to a .gguf file), else the first of the list
 * that is there and is no test model. Or a German sentence that says what is missing.
 */
export function findModelFile(modelsFolder: string, named: string | null, contextTokens: number): ModelFile | string {
  const runtime = findRuntime(runtimeFolder(modelsFolder))
  if (!runtime)
    return 'Das Programm, das Modelle ausführt, ist nicht installiert. Bitte "npm run model -- install" aufrufen.'
  if (named?.endsWith('.gguf')) {
    if (!existsSync(named)) return `Die Modelldatei ${named} gibt es nicht.`
    return { name: basename(named, '.gguf'), file: resolve(named), runtime, contextTokens }
  }
  const models = readChatModels()
  const wanted =
    named === null ? models.filter(({ use }) => use !== 'test') : models.filter(({ name }) => name === named)
  if (wanted.length === 0)
    return `Das Modell ${named} steht nicht in der Liste (${models.map(({ name }) => name).join(', ')}) und ist keine .gguf-Datei.`
  const found = wanted.find((model) => isHere(modelsFolder, model))
  if (!found)
    return `Das Modell ${wanted[0]?.name} ist nicht geladen. Bitte "npm run model -- pull ${wanted[0]?.name}" aufrufen.`
  return { name: found.name, file: join(resolve(modelsFolder), found.file), runtime, contextTokens }
}

/** By name and size; what is in it was checked when it got its name. */
export function isHere(modelsFolder: string, { file, size }: { file: string; size: number }): boolean {
  return statSync(join(modelsFolder, file), { throwIfNoEntry: false })?.size === size
}
