import { existsSync, readFileSync } from 'node:fs'
import type { Composer } from '../../../src/answer/compose/compose-with-model.ts'
import type { Config } from '../../../src/config.ts'
import type { AnswerStyle } from '../../../src/law/answer.ts'
import type { ChatModel } from '../../../src/models/chat.ts'
import { openChecker } from '../../../src/open-checker.ts'
import { openComposer } from '../../../src/open-composer.ts'
import { openRewriter } from '../../../src/open-rewriter.ts'
import { loadPrompt } from '../../../src/prompt.ts'
import { wireService } from '../../../src/wire-service.ts'
import type { Library } from '../../../src/wiring.ts'
import { openRagByDay } from '../rag-by-day.ts'
import { askBare } from './ask-bare.ts'
import { askByUrl } from './ask-by-url.ts'
import { askInProcess } from './ask-in-process.ts'
import { askRag } from './ask-rag.ts'
import { meterChat } from './metered-chat.ts'
import { importAnswers } from './imported-answers.ts'
import type { System } from './system.ts'

/** Which system is asked, as a person names it. */
export interface SystemChoice {
  /** `fundstelle`, an address, `bare`, `rag` or `import:<file>`. */
  system: string
  /** Name in reports; null: the system's own. */
  label: string | null
  style: AnswerStyle
  keyFile: string | null
}

/** The system a person named. @throws Error in German where it cannot be asked from here */
export async function openSystem(
  { system, label, style, keyFile }: SystemChoice,
  library: Library,
  config: Config,
  corpusState: string,
): Promise<System> {
  const opened = await open()
  return label === null ? opened : { ...opened, facts: { ...opened.facts, system: label } }

  async function open(): Promise<System> {
    if (system === 'fundstelle') return openOurs(library, config, style, corpusState)
    if (system === 'bare') return askBare(await chatOf(config), loadPrompt('bare'))
    if (system === 'rag')
      return askRag(await chatOf(config), loadPrompt('rag'), await openRagByDay(library), corpusState)
    if (system.startsWith('import:')) {
      const file = system.slice('import:'.length)
      if (!existsSync(file)) throw new Error(`Die Datei ${file} gibt es nicht.`)
      return importAnswers(file, label ?? file).system
    }
    if (URL.canParse(system))
      return askByUrl({ url: system, style, key: keyFile === null ? null : readFileSync(keyFile, 'utf8').trim() })
    throw new Error(`Das System „${system}“ ist unbekannt: fundstelle, eine Adresse, bare, rag oder import:<Datei>.`)
  }
}

async function openOurs(library: Library, config: Config, style: AnswerStyle, corpusState: string): Promise<System> {
  const composer = await openMetered(config)
  const ready = { ready: true, progress: { step: '', done: 0, total: null } }
  const check = openChecker(config, composer)
  const service = wireService(library, composer, () => ready, openRewriter(config, composer), check)
  const place = { territory: config.territory, style, promptHash: composer?.prompt.hash ?? null }
  return askInProcess(service, place, corpusState)
}

async function openMetered(config: Config): Promise<Composer | null> {
  const composer = await openComposer(config, (message) => console.error(message))
  return composer && { ...composer, chat: meterChat(composer.chat) }
}

async function chatOf(config: Config): Promise<ChatModel> {
  const composer = await openMetered(config)
  if (!composer)
    throw new Error('Dafür braucht es ein Sprachmodell: FUNDSTELLE_LLM_URL und FUNDSTELLE_LLM_MODEL setzen.')
  return composer.chat
}
