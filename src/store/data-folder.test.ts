import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { lockDataFolder } from './data-folder-lock.ts'
import { DataFolderUnusableError } from './data-folder-unusable-error.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'

const opener = fileURLToPath(new URL('../../tests/hold-data-folder.ts', import.meta.url))
const folders: string[] = []
const children: ChildProcess[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-lock-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Another process opens the folder, writes `rows` rows with its name, says so, and stays open until killed. */
async function holdInOtherProcess(folder: string, rows = 0): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', opener, folder, String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
  return child
}

describe('the data folder', () => {
  test('is locked by the living process: a second opener goes through it, and no acknowledged row is lost', async () => {
    const folder = newFolder()
    const holder = await holdInOtherProcess(folder, 50)
    const second = await openEmbeddedDatabase(folder)
    expect(second.description).toContain(`durch den laufenden Prozess ${holder.pid}`)
    for (let row = 0; row < 50; row += 1) await second.query('insert into held (name) values ($1)', ['second'])
    await second.close()
    holder.kill('SIGTERM')
    await once(holder, 'exit')
    const reopened = await openEmbeddedDatabase(folder)
    expect(await reopened.query('select name, count(*) as rows from held group by name order by name')).toEqual([
      { name: 'first', rows: 50 },
      { name: 'second', rows: 50 },
    ])
    await reopened.close()
  })

  test('is free again the moment its process is killed, with every acknowledged row', async () => {
    const folder = newFolder()
    const holder = await holdInOtherProcess(folder, 20)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const reopened = await openEmbeddedDatabase(folder)
    expect(reopened.description).not.toContain('durch den laufenden Prozess')
    expect(await reopened.query('select count(*) as rows from held')).toEqual([{ rows: 20 }])
    await reopened.close()
  })

  test('is never taken from a process that lives, whatever its lock file says', () => {
    const folder = newFolder()
    const first = lockDataFolder(folder)
    expect(first.granted).toBe(true)
    expect(lockDataFolder(folder)).toMatchObject({ granted: false, holder: { pid: process.pid } })
    writeFileSync(join(folder, 'fundstelle.lock'), '{"pid":1,"since":"1999-01-01","socketFolder":null}')
    expect(lockDataFolder(folder).granted).toBe(false)
    if (first.granted) first.lock.release()
    const again = lockDataFolder(folder)
    expect(again.granted).toBe(true)
    if (again.granted) again.lock.release()
  })

  test('that cannot be written is refused with a sentence that says what to do', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(openEmbeddedDatabase(join(folder, 'file', 'below'))).rejects.toThrow(DataFolderUnusableError)
    await expect(openEmbeddedDatabase(join(folder, 'file', 'below'))).rejects.toThrow('FUNDSTELLE_DATA')
  })

  test.skipIf(process.platform !== 'linux')('on a read-only disk is refused the same way', async () => {
    // sysfs lets nobody make folders, not even root.
    await expect(openEmbeddedDatabase('/sys/fundstelle')).rejects.toThrow('Schreibrechte')
  })
})
