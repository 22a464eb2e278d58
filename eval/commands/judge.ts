import { parseArgs } from 'node:util'
import { readConfig } from '../../src/config.ts'
import { openAiChat } from '../../src/models/chat.ts'
import { queueChat } from '../../src/models/queue-chat.ts'
import { loadPrompt } from '../../src/prompt.ts'
import type { Judge } from '../judge/ask-judge.ts'
import { type Judgement, judgePairs, judgePoints } from '../judge/judge-run.ts'
import { preferenceOf } from '../judge/preference.ts'
import { printPreference, printVerdicts } from '../judge/print-judgement.ts'
import { keepJudgeLine, readJudged } from '../judge/read-judged.ts'
import { readRun } from '../run/read-run.ts'
import { scoreStored } from '../run/score-stored.ts'
import { type Command, UsageError } from './command.ts'

export const judge: Command = {
  usage: `judge <Lauf> --judge-url <Adresse> --judge-model <Modell> [--pair <Lauf>]
  lässt ein Sprachmodell (OpenAI-kompatibel; Schlüssel in FUNDSTELLE_JUDGE_KEY) beurteilen, welche Kernaussagen die
  Antworten eines Laufs enthalten. Mit --pair: welche von zwei Antworten besser ist, jedes Paar auch vertauscht.
  Urteile stehen in judge.jsonl im Ordner des Laufs und werden nicht zweimal eingeholt. Solange sie niemand mit Urteilen
  von Fachleuten verglichen hat (agreement), heißen sie „nicht kalibriert“ und entscheiden nichts.`,
  async run(words) {
    const { run: name, pair, url, model } = readJudgeOptions(words)
    const { judgeKey, llm } = readConfig()
    const own = readRun(name)
    const chat = queueChat(openAiChat({ ...llm, url, model, key: judgeKey }), llm)
    const { lines: known } = readJudged(own.folder)
    const asking = { known, concurrency: llm.concurrency, keep: keepIn(own.folder) }
    if (pair !== null) {
      const asked: Judge = { chat, prompt: loadPrompt('judge-pair') }
      const theirs = readRun(pair)
      const judged = await judgePairs(asked, own, theirs, asking)
      console.log(printPreference(own.name, theirs.name, preferenceOf(judged.lines, own.cases)))
      return reportFailures(judged)
    }
    const judged = await judgePoints({ chat, prompt: loadPrompt('judge') }, own, asking)
    console.log(printVerdicts(judged, scoreStored(own)))
    return reportFailures(judged)
  },
}

interface JudgeOptions {
  run: string
  /** Null: no comparison. */
  pair: string | null
  url: string
  model: string
}

/** @throws UsageError where it is called wrongly */
export function readJudgeOptions(words: string[]): JudgeOptions {
  const { positionals, values } = parseArgs({
    args: words,
    options: { pair: { type: 'string' }, 'judge-url': { type: 'string' }, 'judge-model': { type: 'string' } },
    allowPositionals: true,
  })
  const [run, ...more] = positionals
  const { 'judge-url': url, 'judge-model': model, pair = null } = values
  if (run === undefined || more.length > 0) throw new UsageError('judge nimmt einen Lauf.')
  if (!url || !model) throw new UsageError('Es fehlt, wer urteilt: --judge-url und --judge-model.')
  return { run, pair, url, model }
}

function keepIn(folder: string) {
  return (line: Parameters<typeof keepJudgeLine>[1]) => keepJudgeLine(folder, line)
}

/** 1 where something could not be asked: calling again asks for the rest. */
function reportFailures({ failures }: Judgement<unknown>): number {
  const [first] = failures
  if (first === undefined) return 0
  const why = first instanceof Error ? first.message : String(first)
  console.error(
    `${failures.length} Urteile konnten nicht eingeholt werden; ein neuer Aufruf holt sie nach. Grund: ${why}`,
  )
  return 1
}
