import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runStaffCommand } from '../../ingest/staff-command.ts'
import { openStaffDesk, type StaffDesk } from '../open-staff-desk.ts'

describe('papers on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-papers-'))
  let desk: StaffDesk
  beforeAll(async () => {
    desk = await openStaffDesk()
  })
  afterAll(async () => {
    await desk.close()
    rmSync(folder, { recursive: true })
  })

  async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
    let out = ''
    let err = ''
    const code = await runStaffCommand(words, {
      open: async () => ({ intake: desk.intake, close: async () => {} }),
      out: { write: (text) => (out += text) },
      err: { write: (text) => (err += text) },
    })
    return { code, out, err }
  }

  test('a paper is uploaded, looked at, published, withdrawn and brought back, all in German', async () => {
    const file = join(folder, 'Vermerk.txt')
    writeFileSync(file, 'Mustervermerk\n\nDie Musterkarte gilt vierzig Tage.\n')
    const uploaded = await run('upload', file, join(folder, 'fehlt.pdf'))
    expect(uploaded).toMatchObject({ code: 1, err: expect.stringContaining('gibt es nicht') })
    expect(uploaded.out).toContain('Vermerk.txt: Entwurf als office:vermerk.txt')
    const id = uploaded.out.slice(0, 36)
    expect((await run('preview', id)).out).toMatch(
      /Aktenzeichen: – \[nicht gefunden\][^]*Abschnitte: 1, Fundstellen: 1/,
    )
    expect((await run('publish', id)).out).toContain('veröffentlicht als office:vermerk.txt')
    expect(await run('withdraw', 'office:vermerk.txt', '--reason', 'Versehen')).toMatchObject({ code: 0 })
    expect((await run('uploads')).out).toContain('zurückgezogen')
    expect(await run('undo', 'office:vermerk.txt')).toMatchObject({ code: 0 })
    const history = (await run('history', 'office:vermerk.txt')).out.trim().split('\n')
    expect(history.map((line) => /vermerk\.txt: ([a-zäöü ]+)(?:: Schritt \d+)? \(cli\)/.exec(line)?.[1])).toEqual([
      'hochgeladen',
      'veröffentlicht',
      'zurückgezogen',
      'rückgängig gemacht',
    ])
    expect(history[2]).toContain('Versehen')
  })

  test('a header is corrected by number or by name, and preview and history show it', async () => {
    const file = join(folder, 'Kopf.txt')
    writeFileSync(file, 'Musterkopf\n\nDie Musterkarte gilt vierzig Tage, die Kopfkarte fünfzig.\n')
    const id = (await run('upload', file)).out.slice(0, 36)
    expect(await run('correct', id, '--aktenzeichen', '15.10', '--datum', '12.03.2024')).toMatchObject({ code: 0 })
    expect(await run('correct', 'office:kopf.txt', '--datum', '13.03.2024')).toMatchObject({ code: 0 })
    expect((await run('preview', id)).out).toMatch(
      /gilt ab 13\.03\.2024[^]*Aktenzeichen: 15\.10 \[von der Redaktion\][^]*Datum: 13\.03\.2024 \[von der Redaktion\]/,
    )
    const history = (await run('history', 'office:kopf.txt')).out
    expect(history).toContain('Datum: wie erkannt → 12.03.2024')
    expect(history).toContain('Datum: 12.03.2024 → 13.03.2024')
    expect(await run('correct', 'office:fehlt', '--datum', '13.03.2024')).toMatchObject({
      code: 3,
      err: expect.stringContaining('gibt es nicht'),
    })
    expect(await run('correct', id, '--ersetzt', 'office:fehlt')).toMatchObject({
      code: 3,
      err: expect.stringContaining('nicht vorhanden'),
    })
    expect(await run('correct', id, '--datum', '30.02.2024')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--datum: kein Kalendertag[^]*Aufruf:/),
    })
  })

  test('a copy that goes on answering is named', async () => {
    const text = 'Mustervermerk zur Kopie\n\nDie Kopiekarte gilt sieben Tage und kostet neun Mustertaler.\n'
    const files = ['eins.txt', 'zwei.txt'].map((name, at) => {
      writeFileSync(join(folder, name), `${text}${'\n'.repeat(at)}`)
      return join(folder, name)
    })
    const ids = (await run('upload', ...files)).out.match(/^[0-9a-f-]{36}/gm) ?? []
    for (const id of ids) await run('publish', id)
    expect((await run('withdraw', 'office:eins.txt', '--reason', 'Versehen')).out).toContain(
      'Derselbe Text liegt noch als office:zwei.txt vor und antwortet weiter',
    )
  })

  test('a file that is too large is refused with its real size before it is sent', async () => {
    const file = join(folder, 'riesig.pdf')
    writeFileSync(file, '')
    truncateSync(file, 2 * 1024 ** 3)
    expect(await run('upload', file)).toMatchObject({ code: 1, err: expect.stringContaining('2048 MB') })
  })

  test('what cannot be done and what cannot be understood is said, with its own exit code', async () => {
    expect(await run('publish', 'fehlt')).toMatchObject({ code: 3, err: expect.stringContaining('gibt es nicht') })
    expect(await run('withdraw', 'office:vermerk.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Aufruf:'),
    })
  })
})
