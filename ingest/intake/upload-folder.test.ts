import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openUploadFolder } from './upload-folder.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'fundstelle-uploads-'))
})
afterEach(() => rmSync(data, { recursive: true }))

test('what a killed process left half received is removed, what another one is receiving is not', async () => {
  mkdirSync(join(data, 'uploads'))
  const dead = `${hostname()}-999999999-a.part`
  const alive = `${hostname()}-${process.ppid}-b.part`
  const elsewhere = 'anderswo-1-c.part'
  for (const name of [dead, alive, elsewhere]) writeFileSync(join(data, 'uploads', name), 'halb')
  await openUploadFolder(data).clearInterrupted()
  expect(readdirSync(join(data, 'uploads')).toSorted()).toEqual([alive, elsewhere].toSorted())
})

test('a body that breaks off leaves no file', async () => {
  const body = (async function* () {
    yield new Uint8Array(10)
    throw new Error('abgebrochen')
  })()
  await expect(openUploadFolder(data).receive(body)).rejects.toThrow('abgebrochen')
  expect(readdirSync(join(data, 'uploads'))).toEqual([])
})
