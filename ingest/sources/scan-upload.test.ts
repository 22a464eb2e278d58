import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scanUpload } from './scan-upload.ts'

let file: string
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-scan-'))
  file = join(folder, 'datei mit leerzeichen; rm -rf.txt')
  await writeFile(file, 'EVIL')
})
afterAll(() => rm(folder, { recursive: true }))

const shell = (script: string) => ['/bin/sh', '-c', script, 'scanner']

test('without a scanner every file is clean', async () => {
  expect(await scanUpload(file, null)).toEqual({ kind: 'clean' })
})

test('a file that the scanner finds clean is clean; its path comes as one word, whatever stands in it', async () => {
  expect(await scanUpload(file, shell('test -f "$1"'))).toEqual({ kind: 'clean' })
})

test('a no refuses the file with the scanner’s own words', async () => {
  expect(await scanUpload(file, shell('echo "Muster.Virus FOUND"; exit 1'))).toEqual({
    kind: 'refused',
    reason:
      'Der Virenscanner hat die Datei abgelehnt: Muster.Virus FOUND. Sie wurde nicht gelesen. Bitte an die IT-Sicherheit wenden.',
  })
})

test('the path that scanners repeat is not shown', async () => {
  const verdict = await scanUpload(file, shell('echo "$1: Muster.Virus FOUND"; exit 1'))
  expect(verdict.kind === 'refused' && verdict.reason).toMatch(/abgelehnt: Muster\.Virus FOUND\./)
})

test.each([
  ['that fails', shell('exit 2')],
  ['that is killed', shell('kill -9 $$')],
  ['that is not there', ['/gibt/es/nicht']],
])('with a scanner %s the file counts as not checked, and is refused', async (_, command) => {
  const verdict = await scanUpload(file, command)
  expect(verdict.kind === 'refused' && verdict.reason).toMatch(
    /konnte nicht auf Viren geprüft werden.*FUNDSTELLE_SCAN_COMMAND/,
  )
})
