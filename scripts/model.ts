import { cac } from 'cac'
import { readConfig } from '../src/config.ts'
import { type ChatModelFile, readChatModels } from '../src/models/local/chat-models.ts'
import { isHere, runtimeFolder } from '../src/models/local/find-model-file.ts'
import { ModelPullError } from '../src/models/local/model-pull-error.ts'
import { findRuntime, installRuntime, runtimeMegabytes } from '../src/models/local/model-runtime.ts'
import { pullModel } from '../src/models/local/pull-model.ts'

/** `npm run model -- list | install | pull [name]`: models that run in process. */
const { models } = readConfig()
const known = readChatModels()
const program = cac('npm run model --')

program.command('list', 'Welche Modelle es gibt, warum, und was davon geladen ist').action(list)
program.command('install', 'Das Programm, das Modelle ausführt').action(install)
program.command('pull [name]', 'Ein Modell laden; ohne Namen das vorgesehene').action(pull)
program.help()

try {
  program.parse(process.argv, { run: false })
  if (!program.matchedCommand && !program.options['help'])
    throw new ModelPullError('Bitte list, install oder pull angeben.', { atSource: false })
  await program.runMatchedCommand()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof ModelPullError && error.atSource ? 3 : 2
}

function list(): void {
  console.log(
    `Ausführendes Programm: ${findRuntime(runtimeFolder(models.folder)) ? 'installiert' : 'nicht installiert'}`,
  )
  for (const model of known) {
    const state = isHere(models.folder, model) ? 'geladen' : 'nicht geladen'
    console.log(
      `\n${model.name} (${gigabytes(model)} GB, Arbeitsspeicher etwa ${model.memoryGb} GB, bis ${model.context} Token, ${model.licence}): ${state}`,
    )
    console.log(`  ${model.why}`)
  }
}

async function install(): Promise<void> {
  const folder = runtimeFolder(models.folder)
  console.log(`Braucht etwa ${runtimeMegabytes} MB in ${folder}.`)
  const outcome = await installRuntime(folder)
  console.log(outcome === 'installed' ? 'Installiert.' : 'Ist schon installiert.')
}

async function pull(name: string | undefined): Promise<void> {
  const model = name === undefined ? known[0] : known.find((each) => each.name === name)
  if (!model)
    throw new ModelPullError(`Das Modell ${name} gibt es nicht: ${known.map((each) => each.name).join(', ')}.`, {
      atSource: false,
    })
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort(new Error('\nAbgebrochen; ein neuer Lauf macht dort weiter.')))
  console.log(`${model.name}: ${gigabytes(model)} GB nach ${models.folder} (Lizenz: ${model.licence}).`)
  let shown = -1
  const onProgress = (bytes: number, of: number): void => {
    const percent = Math.floor((bytes / of) * 100)
    if (percent === shown) return
    shown = percent
    if (process.stdout.isTTY) process.stdout.write(`\r${percent} %`)
    else if (percent % 10 === 0) console.log(`${percent} %`)
  }
  const file = await pullModel(model, {
    ...models,
    signal: stopping.signal,
    say: (message) => console.error(message),
    onProgress,
  })
  console.log(`${process.stdout.isTTY ? '\r' : ''}Geladen und geprüft: ${file}`)
  if (!findRuntime(runtimeFolder(models.folder))) console.log('Noch nötig: npm run model -- install')
}

function gigabytes({ size }: ChatModelFile): string {
  return (size / 1e9).toLocaleString('de-DE', { maximumFractionDigits: 1 })
}
