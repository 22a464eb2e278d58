import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serve, startLocalPublisher, type LocalPublisher } from '../../tests/local-publisher.ts'
import { makeZip } from '../../tests/make-zip.ts'
import { openSource } from './open-source.ts'
import type { Source } from './source.ts'

let folder: string
let publisher: LocalPublisher
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-rulings-'))
  publisher = await startLocalPublisher()
})
afterEach(async () => {
  await publisher.close()
  await rm(folder, { recursive: true })
})

const open = (name: string, offline = false) =>
  openSource(name, {
    asOf: null,
    only: null,
    giiUrl: publisher.address,
    offline,
    scanCommand: null,
    territory: 'DE-NW',
    publisherUrls: {
      rii: publisher.address,
      nrwe: publisher.address,
      bverwg: publisher.address,
      bayern: publisher.address,
    },
  })

async function slugsOf(source: Source): Promise<string[]> {
  const lines: string[] = []
  for await (const item of source.items()) {
    const fetched = await item.fetch(null)
    lines.push(`${item.slug} ${fetched.kind === 'bytes' ? Buffer.from(fetched.bytes).toString() : fetched.kind}`)
  }
  return lines
}

describe('decisions on a site', () => {
  it('one page is one decision', async () => {
    publisher.answer('/ovgs/ovg_nrw/j2099/18_B_1_98_Beschluss_20990203.html', serve('eine'))
    const source = await open(`nrwe:${publisher.address}/ovgs/ovg_nrw/j2099/18_B_1_98_Beschluss_20990203.html`)
    expect(await slugsOf(source)).toEqual(['ovgs~ovg_nrw~j2099~18_B_1_98_Beschluss_20990203 eine'])
  })

  it('a list of hits gives all decisions it links to on this site, each once', async () => {
    publisher.answer(
      '/treffer.html?q=1',
      serve(`
      <a href="/ovgs/ovg_nrw/j2099/a.html">1</a> <a href='ovgs/ovg_nrw/j2099/a.html'>noch einmal</a>
      <a href="/vgs/koeln/j2099/b.html">2</a> <a href="https://fremd.invalid/vgs/koeln/j2099/c.html">fremd</a>
      <a href="/impressum.html">Impressum</a> <a href="http://[kaputt">kaputt</a>`),
    )
    publisher.answer('/ovgs/ovg_nrw/j2099/a.html', serve('A'))
    publisher.answer('/vgs/koeln/j2099/b.html', serve('B'))
    const source = await open(`nrwe:${publisher.address}/treffer.html?q=1`)
    expect(await slugsOf(source)).toEqual(['ovgs~ovg_nrw~j2099~a A', 'vgs~koeln~j2099~b B'])
    expect(source.count).toBe(2)
  })

  it('a page that is no decision and names none says so', async () => {
    publisher.answer('/leer.html', serve('<html></html>'))
    const source = await open(`nrwe:${publisher.address}/leer.html`)
    await expect(slugsOf(source)).rejects.toThrow('ist keine Entscheidung und verweist auf keine')
  })

  it('is told by its address: bverwg.de and Bayern.Recht', async () => {
    publisher.answer('/030299U1C7.98.0', serve('A'))
    publisher.answer('/Content/Document/Y-300-Z-MUSTER-B-2099-N-1', serve('B'))
    expect(await slugsOf(await open(`bverwg:${publisher.address}/030299U1C7.98.0`))).toEqual(['030299U1C7.98.0 A'])
    const bavarian = await open('bayern:Content/Document/Y-300-Z-MUSTER-B-2099-N-1')
    expect(await slugsOf(bavarian)).toEqual(['Y-300-Z-MUSTER-B-2099-N-1 B'])
  })

  it('is only asked for at the configured address', async () => {
    await expect(open('nrwe:https://fremd.invalid/ovgs/x/j2099/a.html')).rejects.toThrow('FUNDSTELLE_NRWE_URL')
    expect(publisher.asked).toEqual([])
  })

  it('is asked for again with what it said of itself, and may answer that nothing changed', async () => {
    publisher.answer('/030299U1C7.98.0', (request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"x"' ? 304 : 200, { etag: '"x"' }).end()
    })
    for await (const item of (await open(`bverwg:${publisher.address}/030299U1C7.98.0`)).items()) {
      const first = await item.fetch(null)
      expect(await item.fetch(first.kind === 'bytes' ? first.validators : null)).toEqual({ kind: 'not_modified' })
    }
  })
})

describe('decisions an office was brought as files', () => {
  async function put(path: string, content: string | Uint8Array) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), content)
  }

  it('are read from a folder, packed or not, without network', async () => {
    await put('2099/jb-JURE999900001.zip', makeZip([{ name: 'jb-JURE999900001.xml', content: 'gepackt' }]))
    await put('JURE999900002.xml', 'offen')
    await put('LIESMICH.txt', 'x')
    await put('.DS_Store', 'x')
    const source = await open(`rii:${folder}`, true)
    expect(await slugsOf(source)).toEqual(['JURE999900001 gepackt', 'JURE999900002 offen'])
    expect(source).toMatchObject({ publisher: 'rii', asksPublisher: false, count: 2 })
    expect(source.ignored).toEqual([{ name: join(folder, 'LIESMICH.txt'), reason: expect.stringContaining('.zip') }])
  })

  it('keep the path that the site had, where it was kept', async () => {
    await put('ovgs/ovg_nrw/j2099/a.html', 'A')
    await put('lose.html', 'B')
    expect(await slugsOf(await open(`nrwe:${folder}`))).toEqual(['lose B', 'ovgs~ovg_nrw~j2099~a A'])
  })

  it('can be a single file', async () => {
    await put('030299U1C7.98.0.html', 'A')
    expect(await slugsOf(await open(`bverwg:${join(folder, '030299U1C7.98.0.html')}`))).toEqual(['030299U1C7.98.0 A'])
  })

  it('that are none, or nowhere, say so', async () => {
    await put('brief.txt', 'x')
    await expect(open(`bayern:${folder}`)).rejects.toThrow('keine Entscheidungen')
    await expect(open(`rii:${join(folder, 'fehlt')}`)).rejects.toThrow('gibt es nicht')
  })
})

it('no publisher is asked where the office works offline, and a site without an address says what is missing', async () => {
  await expect(open('rii:BVerwG', true)).rejects.toThrow('FUNDSTELLE_OFFLINE')
  await expect(open('nrwe')).rejects.toThrow('Welche?')
  await expect(open('rii:BVerwG,seit=2020')).rejects.toThrow('nicht zu verstehen')
  expect(publisher.asked).toEqual([])
})
