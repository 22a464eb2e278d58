import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inventedApi, listen } from '../../tests/invented-api.ts'
import { inventedDocument, lookUp } from '../../tests/invented-law.ts'
import { inventedAbstention, inventedService } from '../../tests/invented-service.ts'
import { startScriptedLlm } from '../../tests/scripted-llm.ts'
import { toDay } from '../../src/law/day.ts'
import { openAiChat } from '../../src/models/chat.ts'
import { loadPrompt } from '../../src/prompt.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { noCache, openAnswerCache } from './answer-cache.ts'
import type { RunFacts } from './answer-record.ts'
import { readRun } from './read-run.ts'
import type { ResolveParts } from './resolve-answer.ts'
import { openRunFolder } from './run-folder.ts'
import { type RunOptions, runSet } from './run-set.ts'
import { askBare } from './systems/ask-bare.ts'
import { askByUrl } from './systems/ask-by-url.ts'
import { askInProcess } from './systems/ask-in-process.ts'
import { askRag } from './systems/ask-rag.ts'
import { importAnswers } from './systems/imported-answers.ts'
import { meterChat } from './systems/metered-chat.ts'
import type { System } from './systems/system.ts'

const set = ['Wie hoch ist das Gehalt?', 'Wie lange gilt die Musterkarte?', 'Wer entscheidet?']
  .map((question, place) =>
    JSON.stringify({ id: `mu-${place + 1}`, question, as_of: '2024-06-01', sources: ['§ 2a MusterAufG'] }),
  )
  .join('\n')
const cases = parseReferenceCases(set)
const parts: ResolveParts = {
  register: async () => [{ ...inventedDocument, documentId: inventedDocument.id }],
  findNorm: async (id, norm, day) => lookUp(id, norm, day),
}
const ours = () => askInProcess(inventedService(), { territory: 'DE-NW', style: 'short', promptHash: null }, 'r1')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fundstelle-run-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function factsOf(system: System): RunFacts {
  const facts = { set: 'muster.jsonl', setSha256: 'a'.repeat(64), cases: 3, repeats: 1, seed: 1, style: 'short' }
  return { ...system.facts, ...facts, revision: null, startedAt: '2026-11-24T00:00:00Z' }
}

async function run(system: System, options: Partial<RunOptions> = {}, cache = noCache) {
  const path = join(folder, 'lauf')
  const opened = openRunFolder(path, factsOf(system), set)
  const signal = new AbortController().signal
  await runSet(system, cases, opened, parts, cache, {
    repeats: 1,
    seed: 7,
    parallel: 2,
    signal,
    onAnswer: () => {},
    ...options,
  })
  return readRun(path)
}

describe('a run of a set against this system', () => {
  test('keeps for every question what scoring needs: sentences, sources held against the collection, what was found', async () => {
    const { answers, cases: kept, facts } = await run(ours())
    expect(facts).toMatchObject({ system: 'fundstelle', corpusState: 'r1' })
    expect(kept.map(({ id }) => id)).toEqual(['mu-1', 'mu-2', 'mu-3'])
    expect(answers).toHaveLength(3)
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'answered', error: null, repeat: 1 })
      expect(answer.sources.length).toBeGreaterThan(0)
      for (const source of answer.sources) expect(source).toMatchObject({ exists: true, inForce: true, verbatim: true })
      expect(answer.sentences[0]?.sources).toEqual([0])
      expect(answer.retrieved?.length).toBeGreaterThan(0)
      expect(answer.totalMs).toBeGreaterThan(0)
    }
  })

  test('says the same in process and through a running service', async () => {
    const inProcess = await run(ours())
    const { api } = inventedApi(inventedService())
    const server = await listen(api)
    rmSync(join(folder, 'lauf'), { recursive: true })
    const byUrl = await run(askByUrl({ url: server.origin, key: null, style: 'short' }))
    await server.close()
    const scored = ({ sentences, sources, status, retrieved }: (typeof byUrl.answers)[number]) => ({
      sentences,
      sources,
      status,
      retrieved,
    })
    expect(byUrl.answers.toSorted(byCase).map(scored)).toEqual(inProcess.answers.toSorted(byCase).map(scored))
  })

  test('a refusal is kept with its reason', async () => {
    const service = inventedService()
    service.answering = async ({ question }) => inventedAbstention(question)
    const { answers } = await run(askInProcess(service, { territory: 'DE-NW', style: 'short', promptHash: null }, 'r1'))
    expect(answers[0]).toMatchObject({ status: 'refused', refusalReason: 'no_evidence', sources: [] })
  })

  test('goes on where it was interrupted, asks again what failed, and drops a line that was half written', async () => {
    const asked: string[] = []
    const failing = ours()
    const system: System = {
      ...failing,
      ask: (question, signal) => {
        asked.push(question.id)
        if (question.id === 'mu-2' && asked.length < 4) return Promise.reject(new Error('Das Modell schweigt.'))
        return failing.ask(question, signal)
      },
    }
    const first = await run(system, { parallel: 1 })
    expect(first.answers.find(({ caseId }) => caseId === 'mu-2')).toMatchObject({
      status: 'failed',
      error: 'Das Modell schweigt.',
    })
    appendFileSync(join(folder, 'lauf', 'answers.jsonl'), '{"caseId":"mu-9","rep')
    const second = await run(system, { parallel: 1 })
    expect(asked).toEqual(['mu-1', 'mu-2', 'mu-3', 'mu-2'])
    expect(second.answers.filter(({ status }) => status === 'answered').map(({ caseId }) => caseId)).toEqual([
      'mu-1',
      'mu-3',
      'mu-2',
    ])
  })

  test('repeats are kept apart, and every answer is told of as it comes', async () => {
    const told: string[] = []
    const { answers } = await run(ours(), {
      repeats: 3,
      onAnswer: (done, total, { caseId, repeat }) => told.push(`${done}/${total} ${caseId} ${repeat}`),
    })
    expect(answers).toHaveLength(9)
    expect(new Set(answers.map(({ caseId, repeat }) => `${caseId} ${repeat}`)).size).toBe(9)
    expect(told.at(-1)).toMatch(/^9\/9 /)
  })

  test('stopped, it keeps what was answered', async () => {
    const stop = new AbortController()
    const stopped = run(ours(), {
      parallel: 1,
      signal: stop.signal,
      onAnswer: () => stop.abort(new Error('Abgebrochen.')),
    })
    await expect(stopped).rejects.toThrow('Abgebrochen.')
    expect(readRun(join(folder, 'lauf')).answers).toHaveLength(1)
  })

  test('a folder with a run of another system is not written into', async () => {
    await run(ours())
    const other = { ...ours(), facts: { ...ours().facts, system: 'anderes' } }
    await expect(run(other)).rejects.toThrow(/anderen Lauf \(verschieden: system\)/)
  })

  test('what was asked once of the same system is not asked again, and what differs is', async () => {
    let asked = 0
    const counting: System = { ...ours(), ask: (question, signal) => ((asked += 1), ours().ask(question, signal)) }
    const cache = openAnswerCache(join(folder, 'cache'), { system: 'a' })
    await run(counting, {}, cache)
    rmSync(join(folder, 'lauf'), { recursive: true })
    const again = await run(counting, {}, cache)
    expect([asked, again.answers.length]).toEqual([3, 3])
    rmSync(join(folder, 'lauf'), { recursive: true })
    await run(counting, {}, openAnswerCache(join(folder, 'cache'), { system: 'b' }))
    expect(asked).toBe(6)
  })
})

describe('a model asked bare', () => {
  test('answers in prose: its sentences have the norms they name, and invented ones are found out', async () => {
    const said =
      'Das Gehalt regelt § 2a Abs. 1 MusterAufG. Näheres steht in § 99 MusterAufG. Bitte prüfen Sie den Einzelfall.'
    const server = await startScriptedLlm(() => ({ say: said }))
    const chat = openAiChat({ url: server.url, model: 'erfundenes-modell', key: null, timeoutMs: 4000 })
    const { answers } = await run(askBare(meterChat(chat), loadPrompt('bare')), { repeats: 2 })
    await server.close()
    expect(new Set(server.requests.map(({ body }) => body['seed']))).toEqual(new Set([7, 8]))
    expect(answers[0]?.tokens?.prompt).toBeGreaterThan(answers[0]?.tokens?.completion ?? 0)
    expect(server.requests[0]?.body['response_format']).toBeUndefined()
    expect(server.requests[0]?.prompt).toContain('Rechtsstand: 01.06.2024')
    expect(answers[0]?.sentences.map(({ sources }) => sources)).toEqual([[0], [1], []])
    expect(answers[0]?.sources).toMatchObject([
      { norm: '§ 2a', paragraph: '1', exists: true, inForce: true, quote: null, verbatim: null },
      { norm: '§ 99', exists: false, inForce: false },
    ])
  })
})

describe('a plain RAG', () => {
  test('is asked with the chunks of the day, and says which norms they touch', async () => {
    const server = await startScriptedLlm(() => ({ say: 'Das weiß ich nicht.' }))
    const chat = openAiChat({ url: server.url, model: 'erfundenes-modell', key: null, timeoutMs: 4000 })
    const norm = { name: 'musteraufg § 2a', documentId: inventedDocument.id, norm: '§ 2a', start: 0, end: 9 }
    const chunks = async (_question: string, day: string) => [{ text: `Stück vom ${day}`, norms: [norm] }]
    const { answers, facts } = await run(askRag(chat, loadPrompt('rag'), chunks, 'r1'))
    await server.close()
    expect(facts).toMatchObject({ kind: 'rag', model: 'erfundenes-modell', corpusState: 'r1' })
    expect(server.requests[0]?.prompt).toContain('Stück vom 2024-06-01')
    expect(answers[0]).toMatchObject({ status: 'refused', retrieved: [{ norm: '§ 2a', text: 'Stück vom 2024-06-01' }] })
  })
})

describe('answers of another system', () => {
  const importing = (name: string, text: string | Buffer) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return importAnswers(file, 'basepeak')
  }

  test('come from a spreadsheet with German headings; free text sources become the norms they name', async () => {
    const { system } = importing(
      'antworten.csv',
      '\ufeffNr;Antwort;Quellen\nmu-1;"Drei; mindestens.";"§ 2a Abs. 1 MusterAufG; Erlass vom 3.4.2020"\nmu-2;Dazu enthält die Sammlung keine Angaben.;\nmu-3;"Das Amt.";"§ 99 MusterAufG"\n',
    )
    const { answers, facts } = await run(system)
    expect(facts).toMatchObject({ system: 'basepeak', kind: 'imported' })
    const [first, second, third] = answers.toSorted(byCase)
    expect(first?.sources).toMatchObject([
      { norm: '§ 2a', paragraph: '1', exists: true },
      { written: 'Erlass vom 3.4.2020', documentId: null, exists: null },
    ])
    expect(first?.sentences.every(({ sources }) => sources === null)).toBe(true)
    expect(second?.status).toBe('refused')
    expect(third?.sources).toMatchObject([{ norm: '§ 99', exists: false }])
  })

  test('keep their umlauts where Excel saved them as plain CSV (Windows-1252)', async () => {
    const { system } = importing(
      'antworten.csv',
      Buffer.from('Nr;Antwort\nmu-1;Die Gebühr beträgt nichts.\n', 'latin1'),
    )
    const { answers } = await run(system)
    expect(answers.find(({ caseId }) => caseId === 'mu-1')?.answer).toBe('Die Gebühr beträgt nichts.')
  })

  test('come as JSON Lines, the same id again as a repeat; a question without an answer has failed, not passed', async () => {
    const { system, repeats } = importing(
      'antworten.jsonl',
      [
        { id: 'mu-1', answer: 'Ja (§ 2a MusterAufG).', sources: [] },
        { id: 'mu-1', answer: 'Nein.', refused: true },
        { id: 'mu-2', answer: 'Vier Jahre.', sources: ['§ 2a MusterAufG'] },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    )
    expect(repeats).toBe(2)
    const { answers } = await run(system, { repeats, parallel: 1 })
    expect(answers.filter(({ caseId }) => caseId === 'mu-1').map(({ status }) => status)).toEqual([
      'answered',
      'refused',
    ])
    expect(answers.find(({ caseId }) => caseId === 'mu-3')).toMatchObject({ status: 'failed' })
  })

  test.each([
    ['ohne.csv', 'Frage;Text\n1;2\n', /braucht die Spalten id und Antwort/],
    ['kaputt.jsonl', '{"id": "mu-1"', /Zeile 1, ist kein JSON/],
    ['leer.jsonl', '{"answer": "ohne id"}', /Antwort 1/],
  ])('%s is refused with what is missing', (name, text, message) => {
    expect(() => importing(name, text)).toThrow(message)
  })
})

test('a line of a run that nobody can read is an error with its number, not a missing answer', async () => {
  await run(ours())
  const path = join(folder, 'lauf', 'answers.jsonl')
  writeFileSync(path, `kaputt\n${readFileSync(path, 'utf8')}`)
  expect(() => readRun(join(folder, 'lauf'))).toThrow(/Zeile 1, ist keine lesbare Antwort/)
  expect(() => readRun(join(folder, 'nirgends'))).toThrow(/gibt es nicht/)
  expect(toDay('2024-06-01')).toBe('2024-06-01')
})

function byCase(a: { caseId: string }, b: { caseId: string }): number {
  return a.caseId < b.caseId ? -1 : 1
}
