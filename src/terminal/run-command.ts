import { findEarlier } from '../api/find-earlier.ts'
import { namedNorm } from '../api/named-norm.ts'
import { ownAnswer } from '../api/own-answer.ts'
import type { Service } from '../api/service.ts'
import { toAnswerJson } from '../law/answer-json.ts'
import type { Answer } from '../law/answer.ts'
import { dayBefore, germanDay, today, type Day } from '../law/day.ts'
import type { EarlierQuestion } from '../law/earlier-question.ts'
import { toHit } from '../law/hit.ts'
import type { NormLookup } from '../law/library.ts'
import { printAnswer } from './print-answer.ts'
import { printCheck } from './print-check.ts'
import { printHits } from './print-hits.ts'
import { printNorm } from './print-norm.ts'
import { writeVermerk } from '../vermerk/write-vermerk.ts'
import { formatOf, readCommand, type Command } from './read-command.ts'
import { wrap } from './wrap.ts'

/** Who asks at the terminal: the same as at the page of an office without keys. */
const owner = 'local'

/** What the command touches of the world. `out` is stdout and carries nothing but the result. */
export interface Terminal {
  /** Opened only once the command is understood. `close` is called when it is done. */
  openService(): Promise<{ service: Service; territory: string; close: () => Promise<void> }>
  out: (text: string) => void
  err: (text: string) => void
  /** The text of a file. @throws Error in German where it cannot be read as UTF-8 text. */
  readText: (path: string) => Promise<string>
  /** Writes a file. @throws Error in German where it cannot be written. */
  writeFile: (path: string, content: Uint8Array) => Promise<void>
  /** Characters in a line. */
  width: number
  signal: AbortSignal
}

/** What the command found, for people and for programs; `answered` false: nothing, or no answer. */
interface Outcome {
  answered: boolean
  text: string
  json: unknown
}

/**
 * `fundstelle ask | search | norm | check | vermerk`. Resolves to the exit code: 0 answered, 1 error, 2 wrong usage, 3 abstained or not
 * found. Errors are printed in German, never thrown.
 */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2 | 3> {
  const read = readCommand(words)
  if (read.kind === 'usage') {
    terminal.err(read.message)
    return 2
  }
  if (read.kind === 'help') {
    terminal.out(read.text)
    return 0
  }
  try {
    const { answered, text, json } = await perform(read.command, terminal)
    terminal.out(read.command.json ? `${JSON.stringify(json, null, 2)}\n` : text)
    return answered ? 0 : 3
  } catch (error) {
    terminal.err(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function perform(command: Command, terminal: Terminal): Promise<Outcome> {
  const { service, territory, close } = await terminal.openService()
  try {
    const before = command.previous === null ? null : await findEarlier(service, command.previous, owner)
    const placed = {
      ...command,
      asOf: command.asOf ?? before?.asOf ?? today(),
      territory: command.territory ?? before?.territory ?? territory,
    }
    if (command.name === 'ask') return await ask(service, placed, before?.question ?? null, terminal)
    if (command.name === 'vermerk') return await showVermerk(service, command, terminal)
    if (command.name === 'search') return await search(service, placed, terminal.width)
    if (command.name === 'check') return await check(service, placed, terminal)
    return await showNorm(service, placed, terminal.width)
  } finally {
    await close()
  }
}

type PlacedCommand = Command & { territory: string; asOf: Day }

async function ask(
  service: Service,
  command: PlacedCommand,
  earlier: EarlierQuestion | null,
  terminal: Terminal,
): Promise<Outcome> {
  const { width, signal } = terminal
  const { text, asOf, territory, style } = command
  const question = { text, asOf, territory, style, kinds: null }
  const answer = await service.ask({ question, earlier, owner, onEvent: () => {}, signal })
  await putVermerk(answer, command.vermerk, terminal)
  return { answered: answer.abstention === null, text: printAnswer(answer, width), json: toAnswerJson(answer) }
}

async function showVermerk(service: Service, { text: id, vermerk }: Command, terminal: Terminal): Promise<Outcome> {
  const answer = await ownAnswer(service, id, owner)
  await putVermerk(answer, vermerk, terminal)
  const { content } = await writeVermerk(answer, 'md', null)
  const text = vermerk === null ? Buffer.from(content).toString() : `Der Vermerk steht in ${vermerk}.\n`
  return { answered: true, text, json: toAnswerJson(answer) }
}

async function putVermerk(answer: Answer, file: string | null, { writeFile }: Terminal): Promise<void> {
  const format = file === null ? null : formatOf(file)
  if (file === null || format === null) return
  await writeFile(file, (await writeVermerk(answer, format, null)).content)
}

async function search(service: Service, command: PlacedCommand, width: number): Promise<Outcome> {
  const { text, asOf, territory, limit } = command
  const began = performance.now()
  const { passages: hits, absences } = await service.search({ text, asOf, territory, kinds: null, limit })
  const tookMs = Math.round(performance.now() - began)
  const found = hits.length > 0 ? printHits(hits, asOf, width) : 'Keine Fundstelle. Bitte andere Wörter versuchen.'
  return {
    answered: hits.length > 0,
    text: `${[...absences.map(({ message }) => wrap(message, width)), found].join('\n\n')}\n`,
    json: { asOf, tookMs, hits: hits.map(toHit), absences },
  }
}

async function showNorm(service: Service, command: PlacedCommand, width: number): Promise<Outcome> {
  const { text, asOf } = command
  const named = await namedNorm(service, text, asOf)
  if (!named)
    return missing(`„${text}“ nennt keine Norm eines vorhandenen Gesetzes. Beispiel: fundstelle norm "§ 1 …G"`, width)
  const lookup = await service.findNorm(named.documentId, named.norm, asOf)
  if (!lookup.found) return missing(`${named.text}: ${absence(lookup)}`, width)
  return { answered: true, text: printNorm(lookup.norm, asOf, width), json: { asOf, ...lookup.norm } }
}

async function check(service: Service, command: PlacedCommand, terminal: Terminal): Promise<Outcome> {
  const { asOf, territory } = command
  const checked = await service.check({ text: await terminal.readText(command.text), asOf, territory })
  const faults = checked.references.some(({ verdict, inForce }) => verdict === 'not_found' || inForce === false)
  return {
    answered: !faults && checked.sentences.every(({ supports }) => supports !== 'not_supported'),
    text: printCheck(checked, asOf, terminal.width),
    json: { asOf, ...checked },
  }
}

function missing(message: string, width: number): Outcome {
  return { answered: false, text: `${wrap(message, width)}\n`, json: { found: false, message } }
}

function absence(lookup: Exclude<NormLookup, { found: true }>): string {
  switch (lookup.reason) {
    case 'unknown_document':
    case 'unknown_norm':
      return 'In den vorliegenden Texten ist diese Norm nicht vorhanden.'
    case 'not_yet':
    case 'no_longer': {
      const { from, until } = lookup
      const end = until === null ? ' an' : ` bis zum ${germanDay(dayBefore(until))}`
      return `Die Norm gilt vom ${germanDay(from)}${end}; bitte --as-of in diese Zeit legen.`
    }
  }
}
