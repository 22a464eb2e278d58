import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts'
import { findNorm } from '../../src/store/find-norm.ts'
import { killPrograms, runProgram } from './run-program.ts'

const disk = mkdtempSync(join(tmpdir(), 'fundstelle-disk-'))
const law = join(mkdtempSync(join(tmpdir(), 'fundstelle-law-')), 'erfunden_lang')
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk]).status === 0

describe.skipIf(!mounted)(`a full disk${mounted ? '' : ' (skipped: no small disk can be mounted here)'}`, () => {
  const data = join(disk, 'data')
  const ballast = join(disk, 'ballast')

  beforeAll(async () => {
    writeLongLaw()
    await runProgram('ingest/cli.ts', ['demo'], { FUNDSTELLE_DATA: data }).ended
  })
  afterAll(() => {
    killPrograms()
    spawnSync('umount', [disk])
    for (const folder of [disk, law]) rmSync(folder, { recursive: true, force: true })
  })

  test('ends the ingest with a German sentence, and what was stored before is still there', async () => {
    fillUp(4)
    const feeding = runProgram('ingest/cli.ts', [law], { FUNDSTELLE_DATA: data })
    expect((await feeding.ended).code).toBe(3)
    // Where a table cannot grow the statement fails; where PostgreSQL's own log cannot, PostgreSQL stops altogether.
    expect(feeding.output()).toMatch(/Der Speicherplatz der Datenbank ist erschöpft|freien Speicherplatz prüfen/)
    rmSync(ballast)
    const database = await openEmbeddedDatabase(data)
    const kept = await findNorm(database, 'gii:demo_musteraufenthg', '§ 5', toDay('2025-03-05'))
    expect(kept).toMatchObject({ found: true, norm: { text: expect.stringContaining('18 Monate') } })
    expect(await findNorm(database, 'gii:erfunden_lang', '§ 1', toDay('2025-03-05'))).toMatchObject({ found: false })
    await database.close()
  })

  /** Leaves so many megabytes free. */
  function fillUp(megabytes: number): void {
    const [, line = ''] = spawnSync('df', ['--output=avail', '--block-size=1M', disk]).stdout.toString().split('\n')
    writeFileSync(ballast, Buffer.alloc((Number(line) - megabytes) * 1024 * 1024, 1))
  }
})

/** An invented law of some megabytes: numbers in words, so that no two passages are alike. */
function writeLongLaw(): void {
  mkdirSync(law, { recursive: true })
  const norms = Array.from({ length: 2000 }, (_, at) => {
    const text = Array.from({ length: 60 }, (_unused, word) => `Drache${(at * 61 + word * 7919) % 99991}`).join(' ')
    return `<norm doknr="L${at}"><metadaten><jurabk>LangG</jurabk><enbez>§ ${at + 1}</enbez></metadaten><textdaten><text format="XML"><Content><P>(1) ${text}.</P></Content></text></textdaten></norm>`
  })
  const head = `<norm doknr="L"><metadaten><jurabk>LangG</jurabk><amtabk>LangG</amtabk><langue>Langes Gesetz (erfunden)</langue></metadaten><textdaten/></norm>`
  writeFileSync(
    join(law, '2025-01-01.xml'),
    `<?xml version="1.0" encoding="UTF-8"?><dokumente doknr="L">${head}${norms.join('')}</dokumente>`,
  )
}
