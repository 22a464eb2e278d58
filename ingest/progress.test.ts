import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { startProgress } from './progress.ts'

const written = (stream: PassThrough) => String(stream.read() ?? '')

test('a log file gets a line every few seconds, not one a law', () => {
  const stream = new PassThrough()
  let now = 0
  const progress = startProgress(stream, () => now)
  for (let index = 1; index <= 100; index += 1) {
    now += 100
    progress.step(`gesetz${index}`, 234)
  }
  progress.stop()
  expect(written(stream)).toBe(
    '50 von 234 Gesetzestexte, zuletzt gesetz50\n100 von 234 Gesetzestexte, zuletzt gesetz100\n',
  )
})

test('a line makes sense while the total is unknown', () => {
  const stream = new PassThrough()
  let now = 0
  const progress = startProgress(stream, () => now)
  now = 6000
  progress.step('muster', null)
  expect(written(stream)).toBe('1 Gesetzestexte, zuletzt muster\n')
})

test('a terminal gets a bar', () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
  const progress = startProgress(stream)
  progress.step('muster', 2)
  progress.stop()
  expect(written(stream)).toContain('0/')
})
