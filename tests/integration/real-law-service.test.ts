import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { corpusDir, describeOnRealLaw } from '../corpus.ts'
import { misquotes } from './misquotes.ts'
import { killPrograms } from './run-program.ts'
import { type Readiness, type RunningService, startService } from './start-service.ts'

describeOnRealLaw('the service filled from the office’s own folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-real-'))
  const corpus = mkdtempSync(join(tmpdir(), 'fundstelle-corpus-'))
  const question = 'Wie viele Jahre rechtmäßiger Aufenthalt für die Einbürgerung?'
  let service: RunningService
  let readiness: Readiness[]

  beforeAll(async () => {
    for (const slug of ['stag', 'einbtestv', 'intv']) symlinkSync(join(corpusDir, slug), join(corpus, slug))
    service = await startService({ FUNDSTELLE_DATA: folder, FUNDSTELLE_CORPUS: corpus })
    readiness = await service.ready()
  })
  const json = async <T>(path: string) => (await (await service.get(path)).json()) as T

  afterAll(async () => {
    await service.stop()
    killPrograms()
    for (const each of [folder, corpus]) rmSync(each, { recursive: true, force: true })
  })

  test('says where it is filled from and how far it is', () => {
    expect(service.output()).toContain(`aus ${corpus} gefüllt (FUNDSTELLE_CORPUS)`)
    expect(readiness.some(({ status, body }) => status === 503 && body.progress.total === 27)).toBe(true)
  })

  test('has every § of the laws fed, each with its passages', async () => {
    const health = await service.get('/v1/health/completeness')
    const { gaps } = (await health.json()) as { gaps: { rule: string; count: number; examples: string[] }[] }
    // Three laws of the office are fed; that the others are not there is said.
    expect(gaps.filter(({ count }) => count > 0)).toMatchObject([
      { rule: 'core_law_missing', count: 5, examples: expect.not.arrayContaining(['StAG']) },
    ])
    for (const law of ['stag', 'einbtestv', 'intv']) {
      const { norms } = await json<{ norms: { key: string; repealed: boolean }[] }>(`/v1/documents/gii:${law}/norms`)
      const sections = norms.filter(({ key, repealed }) => key.startsWith('§ ') && !repealed)
      expect(sections.length).toBeGreaterThan(3)
      for (const { key } of sections) {
        const path = `/v1/documents/gii:${law}/norms/${encodeURIComponent(key)}`
        const { text, passages } = await json<{ text: string; passages: { start: number; end: number }[] }>(path)
        const held = passages.map(({ start, end }) => text.slice(start, end)).join('')
        expect(held.replaceAll(/\s/g, ''), `${law} ${key}`).toBe(text.replaceAll(/\s/g, ''))
      }
    }
  })

  // § 10 Abs. 1 StAG was changed between these days, from eight years to five.
  test.each([
    ['2024-05-02', 'acht Jahren', 'fünf Jahren'],
    ['2024-09-02', 'fünf Jahren', 'acht Jahren'],
  ])('answers for %s from the text of that day', async (day, right, wrong) => {
    const answer = await service.ask(question, day)
    const years = answer.citations.filter(({ document, norm }) => document.id === 'gii:stag' && norm === '§ 10')
    expect(years.map(({ quote }) => quote).join('\n')).toContain(right)
    expect(years.map(({ quote }) => quote).join('\n')).not.toContain(`seit ${wrong}`)
    for (const { validFrom, validTo } of answer.citations) {
      expect(validFrom <= day).toBe(true)
      expect(validTo === null || validTo > day).toBe(true)
    }
    expect(await misquotes(answer, service.get)).toEqual([])
  })
})
