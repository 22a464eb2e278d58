import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { misquotes } from './misquotes.ts'
import { killPrograms, runProgram } from './run-program.ts'
import { startService } from './start-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-two-'))
afterEach(killPrograms)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('two programs on one data folder', () => {
  test('work at once: what the ingest feeds, the running service finds', async () => {
    const environment = { FUNDSTELLE_DATA: join(folder, 'shared') }
    const service = await startService(environment)
    await service.ready()
    const find = async () => {
      const found = await service.post('/v1/search', { query: 'Drachensteuer', asOf: '2025-03-05' })
      const { hits } = (await found.json()) as { hits: { document: { id: string } }[] }
      return hits.map(({ document }) => document.id)
    }
    expect(await find()).not.toContain('gii:demo_drachen')

    const feeding = runProgram('ingest/cli.ts', [writeInventedLaw('demo_drachen')], environment)
    let asked = 0
    while (feeding.child.exitCode === null) {
      const answer = await service.ask('Wie lange gilt die Aufenthaltserlaubnis?', '2025-03-05')
      expect(await misquotes(answer, service.get)).toEqual([])
      asked += 1
    }
    expect((await feeding.ended).code).toBe(0)
    expect(asked).toBeGreaterThan(0)
    expect(await find()).toContain('gii:demo_drachen')
    expect(await service.stop()).toBe(0)
  })

  test('where the first does not answer, the second ends with a sentence that names it', async () => {
    const data = join(folder, 'stopped')
    const holder = runProgram('tests/hold-data-folder.ts', [data, '0'], {})
    await holder.says('held')
    holder.child.kill('SIGSTOP')
    const second = runProgram('ingest/cli.ts', ['demo'], { FUNDSTELLE_DATA: data })
    expect((await second.ended).code).toBe(3)
    expect(second.output()).toContain(`Der Datenordner ${data} wird von Prozess ${holder.child.pid}`)
    expect(second.output()).toContain('antwortet nicht')
    holder.child.kill('SIGCONT')
    holder.child.kill('SIGKILL')
    await once(holder.child, 'close')
  })
})

/** A visibly invented law, as the publisher writes laws; named so that it may stand beside the demonstration's. */
function writeInventedLaw(slug: string): string {
  const law = join(folder, slug)
  mkdirSync(law)
  const norms = Array.from({ length: 200 }, (_, at) => {
    const text = `<P>(1) Die Drachensteuer beträgt ${at + 1} Mustertaler. Wer ${at + 2} Drachen hält, zahlt für jeden.</P>`
    return `${head(`D${at}`)}<enbez>§ ${at + 1}</enbez></metadaten><textdaten><text format="XML"><Content>${text}</Content></text></textdaten></norm>`
  })
  writeFileSync(
    join(law, '2025-01-01.xml'),
    `<?xml version="1.0" encoding="UTF-8"?><dokumente builddate="20250101000000" doknr="D">${head('D')}<amtabk>DrachenG</amtabk><ausfertigung-datum manuell="ja">2024-12-01</ausfertigung-datum><langue>Drachengesetz (erfunden)</langue></metadaten><textdaten/></norm>${norms.join('')}</dokumente>`,
  )
  return law
}

function head(key: string): string {
  return `<norm builddate="20250101000000" doknr="${key}"><metadaten><jurabk>DrachenG</jurabk>`
}
