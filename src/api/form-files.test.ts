import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formFiles } from './form-files.ts'

const contentType = 'multipart/form-data; boundary=muster'

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length
    yield bytes.subarray(at, at + size)
    at += size
  }
}

/** What a reader gets who reads all of the files, or of each only the first piece. */
async function read(bytes: Buffer, sizes: number[], onlyBegin = false): Promise<[string, Buffer][]> {
  const seen: [string, Buffer][] = []
  for await (const { fileName, body } of formFiles(inPieces(bytes, sizes), contentType, 100)) {
    const pieces: Uint8Array[] = []
    for await (const piece of body) {
      pieces.push(piece)
      if (onlyBegin) break
    }
    seen.push([fileName, Buffer.concat(pieces)])
  }
  return seen
}

function form(parts: { disposition: string; bytes: Buffer | string }[], before = ''): Buffer {
  return Buffer.concat([
    Buffer.from(before),
    ...parts.flatMap(({ disposition, bytes }) => [
      Buffer.from('--muster\r\nContent-Type: application/pdf\r\nContent-Disposition: form-data; '),
      Buffer.from(disposition),
      Buffer.from('\r\n\r\n'),
      Buffer.from(bytes as string),
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--muster--\r\n'),
  ])
}

describe('a form is taken apart while it arrives', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom('\r\n', '\r\n--', '--muster', '\r\n--muste', '\r').map((text) => Buffer.from(text)),
  )
  const content = fc
    .array(piece, { maxLength: 8 })
    .map((pieces) => Buffer.concat(pieces))
    .filter((bytes) => !Buffer.concat([Buffer.from('\r\n'), bytes, Buffer.from('\r\n')]).includes('\r\n--muster'))
  const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 })

  test('every file comes out byte for byte, however the connection cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 4 }), sizes, async (files, cuts) => {
        const bytes = form(files.map((file, at) => ({ disposition: `name=f; filename="${at}.pdf"`, bytes: file })))
        expect(await read(bytes, cuts)).toEqual(files.map((file, at) => [`${at}.pdf`, file]))
      }),
    )
  })

  test('a file that somebody stops reading does not hide the one after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 4 }), sizes, async (files, cuts) => {
        const bytes = form(files.map((file, at) => ({ disposition: `name=f; filename="${at}.pdf"`, bytes: file })))
        expect((await read(bytes, cuts, true)).map(([name]) => name)).toEqual(files.map((_, at) => `${at}.pdf`))
      }),
    )
  })

  /** Read to the end or to the fault: the files that came whole, and the fault. */
  async function readUntilFault(body: AsyncIterable<Uint8Array>) {
    const whole: string[] = []
    try {
      for await (const file of formFiles(body, contentType, 100)) {
        const pieces: Uint8Array[] = []
        for await (const bytes of file.body) pieces.push(bytes)
        whole.push(Buffer.concat(pieces).toString())
      }
    } catch (error) {
      return { whole, fault: (error as Error).message }
    }
    return { whole, fault: null }
  }
  const texts = ['Erster Erlass', '', 'Dritter Erlass']
  const three = form(texts.map((bytes) => ({ disposition: 'name="file"; filename="a.txt"', bytes })))

  test('a form that is cut off anywhere says so, and none of its files comes out halved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: three.length - 5 }), sizes, async (length, cuts) => {
        const { whole, fault } = await readUntilFault(inPieces(three.subarray(0, length), [...cuts, length]))
        expect(whole).toEqual(texts.slice(0, whole.length))
        expect(fault).toMatch(/endet zu früh/)
      }),
    )
  })

  test('a connection that breaks is what is said, after the files before', async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield three.subarray(0, three.indexOf('Dritter') + 9)
      throw new Error('Verbindung getrennt')
    }
    expect(await readUntilFault(breaking())).toEqual({ whole: texts.slice(0, 2), fault: 'Verbindung getrennt' })
  })

  test('a header without end fills no memory', async () => {
    const bytes = Buffer.from(`--muster\r\nContent-Disposition: form-data; name="${'x'.repeat(20_000)}`)
    await expect(read(bytes, [1000])).rejects.toThrow(/endet zu früh/)
  })

  test('words before the first boundary are passed over', async () => {
    const bytes = form([{ disposition: 'name="file"; filename="a.pdf"', bytes: 'Muster' }], 'Ein Vorspann\r\n')
    expect(await read(bytes, [7])).toEqual([['a.pdf', Buffer.from('Muster')]])
  })
})

describe('the name of a file in a form', () => {
  const names: [string, string, string][] = [
    ['a browser', 'name="file"; filename="Erlass über Karten.pdf"', 'Erlass über Karten.pdf'],
    ['a browser, with a quote in it', 'name="file"; filename="Der %22Erlass%22.pdf"', 'Der "Erlass".pdf'],
    ['curl, with a quote in it', 'name="file"; filename="Der \\"Erlass\\"; neu.pdf"', 'Der "Erlass"; neu.pdf'],
    ['.NET', `name=file; filename=Erlass.pdf; filename*=utf-8''Erl%C3%A4uterung.pdf`, 'Erläuterung.pdf'],
    ['.NET with an encoded word', 'name=file; filename="=?utf-8?B?w5xiZXIucGRm?="', 'Über.pdf'],
    ['Python', `name="file"; filename*=utf-8''%C3%9Cber%20Karten.pdf`, 'Über Karten.pdf'],
    ['a long header, folded', 'name="file";\r\n filename="Erlass.pdf"', 'Erlass.pdf'],
  ]
  test.each(names)('as %s writes it', async (_, disposition, expected) => {
    expect(await read(form([{ disposition, bytes: 'x' }]), [64])).toEqual([[expected, Buffer.from('x')]])
  })

  test('fields, and a file that nobody chose, are passed over', async () => {
    const fields = ['name="bemerkung"', 'name="file"; filename=""'].map((disposition) => ({ disposition, bytes: 'x' }))
    const file = { disposition: 'name="file"; filename="a.pdf"', bytes: 'Muster' }
    expect(await read(form([...fields, file, ...fields]), [64])).toEqual([['a.pdf', Buffer.from('Muster')]])
  })
})
