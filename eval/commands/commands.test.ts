import { expect, test } from 'vitest'
import { runProgram } from '../../tests/integration/run-program.ts'
import { retrievalParts } from '../evaluate-retrieval.ts'
import { readAgreementOptions } from './agreement.ts'
import { UsageError } from './command.ts'
import { readPremisesOptions } from './premises.ts'
import { readExtractsOptions } from './extracts.ts'
import { readRecognitionOptions } from './recognition.ts'
import { readRefusalsOptions } from './refusals.ts'
import { readJudgeOptions } from './judge.ts'
import { readRetrievalOptions, retrieval } from './retrieval.ts'
import { readVerifierOptions } from './verifier.ts'

test('all parts of retrieval are measured unless some are named, in whatever order', () => {
  expect(readRetrievalOptions(['a.jsonl', 'b.jsonl'])).toEqual({
    sets: ['a.jsonl', 'b.jsonl'],
    parts: new Set(retrievalParts),
  })
  expect(readRetrievalOptions(['a.jsonl', '--only', 'tuning,table']).parts).toEqual(new Set(['table', 'tuning']))
})

test('the verifier is measured on the laws that were set aside only where that is said', () => {
  expect(readVerifierOptions(['a.jsonl'])).toEqual({ questions: 'a.jsonl', part: 'tuned', entail: false })
  expect(readVerifierOptions(['--held-out'])).toMatchObject({ part: 'held-out' })
  expect(readVerifierOptions(['--fresh', '--entail'])).toMatchObject({ part: 'fresh', entail: true })
  expect(readVerifierOptions(['--second-fresh'])).toMatchObject({ part: 'second-fresh', entail: false })
  expect(readVerifierOptions(['--third-fresh'])).toMatchObject({ part: 'third-fresh' })
})

test('premises are measured on what was set aside only where that is said', () => {
  expect(readPremisesOptions(['a.jsonl'])).toEqual({ questions: 'a.jsonl', heldOut: false })
  expect(readPremisesOptions(['--held-out'])).toMatchObject({ heldOut: true })
})

test('headers are measured on labels that were set aside only where that is said', () => {
  expect(readRecognitionOptions([])).toMatchObject({ set: 'dev', misses: false })
  expect(readRecognitionOptions(['--held-out', '--misses'])).toMatchObject({ set: 'held-out', misses: true })
  expect(readRecognitionOptions(['--second'])).toMatchObject({ set: 'second' })
  expect(readRecognitionOptions(['--third', '--corpus', 'x'])).toMatchObject({ set: 'third', corpus: 'x' })
  expect(readRecognitionOptions(['--fourth'])).toMatchObject({ set: 'fourth' })
})

test('extracts are short and their misses unseen unless otherwise said', () => {
  expect(readExtractsOptions(['a.jsonl', 'b.jsonl'])).toEqual({
    sets: ['a.jsonl', 'b.jsonl'],
    style: 'short',
    misses: false,
  })
  expect(readExtractsOptions(['a.jsonl', '--style', 'full', '--misses'])).toMatchObject({ style: 'full', misses: true })
})

test('who judges is always named: no model is asked by default', () => {
  const named = ['--judge-url', 'http://127.0.0.1:9/v1', '--judge-model', 'm']
  expect(readJudgeOptions(['neu', ...named])).toMatchObject({ run: 'neu', pair: null })
  expect(readJudgeOptions(['neu', '--pair', 'alt', ...named])).toMatchObject({ pair: 'alt' })
  expect(readAgreementOptions(['urteile.csv', '--run', 'neu'])).toEqual({ labels: 'urteile.csv', run: 'neu' })
})

test.each([
  [() => readPremisesOptions(['a.jsonl', 'b.jsonl'])],
  [() => readRefusalsOptions([])],
  [() => readRefusalsOptions(['a.jsonl', 'b.jsonl'])],
  [() => readExtractsOptions([])],
  [() => readExtractsOptions(['a.jsonl', '--style', 'kurz'])],
  [() => readJudgeOptions(['neu'])],
  [() => readJudgeOptions(['neu', '--judge-url', 'http://127.0.0.1:9/v1'])],
  [() => readAgreementOptions(['urteile.csv'])],
  [() => readRetrievalOptions([])],
  [() => readRetrievalOptions(['a.jsonl', '--only', 'tabelle'])],
  [() => readVerifierOptions(['a.jsonl', 'b.jsonl'])],
  [() => readVerifierOptions(['--fresh', '--held-out'])],
  [() => readVerifierOptions(['--second-fresh', '--fresh'])],
  [() => readRecognitionOptions(['--second', '--third'])],
])('what cannot be meant is refused', (read) => {
  expect(read).toThrow(UsageError)
})

test('a wrong call ends with 2 and shows how it is meant; the help of retrieval explains every part', async () => {
  const unknown = runProgram('eval/cli.ts', ['antworten'], {})
  const wrong = runProgram('eval/cli.ts', ['verifier', '--x'], {})
  expect(await unknown.ended).toMatchObject({ code: 2 })
  expect(unknown.output()).toContain('retrieval <Fragen.jsonl>')
  expect(await wrong.ended).toMatchObject({ code: 2 })
  expect(wrong.output()).toContain('Aufruf: npm run eval -- verifier')
  for (const part of retrievalParts) expect(retrieval.usage).toMatch(new RegExp(`^ +${part} `, 'm'))
})
