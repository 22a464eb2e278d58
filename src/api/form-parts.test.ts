import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formParts } from './form-parts.ts'

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length
    yield bytes.subarray(at, at + size)
    at += size
  }
}

/** What a reader gets who reads all of the files, or of each only the first piece. */
async function read(bytes: Buffer, sizes: number[], onlyBegin = false): Promise<[string | null, Buffer][]> {
  const seen: [string | null, Buffer][] = []
  for await (const { fileName, body } of formParts(inPieces(bytes, sizes), 'muster')) {
    const pieces: Uint8Array[] = []
    for await (const piece of body) {
      pieces.push(piece)
      if (onlyBegin) break
    }
    seen.push([fileName, Buffer.concat(pieces)])
  }
  return seen
}

function form(parts: { disposition: string | Buffer; bytes: Buffer | string }[], before = ''): Buffer {
  return Buffer.concat([
    Buffer.from(before),
    ...parts.flatMap(({ disposition, bytes }) => [
      Buffer.from('--muster\r\nContent-Type: application/pdf\r\nContent-Disposition: form-data; '),
      Buffer.from(disposition as string),
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

  test('a form that is cut off anywhere says so', async () => {
    const bytes = form([{ disposition: 'name="file"; filename="a.pdf"', bytes: 'Muster' }])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 5 }), sizes, async (length, cuts) => {
        await expect(read(bytes.subarray(0, length), cuts)).rejects.toThrow(/endet zu früh/)
      }),
    )
  })

  test('words before the first boundary are passed over', async () => {
    const bytes = form([{ disposition: 'name="file"; filename="a.pdf"', bytes: 'Muster' }], 'Ein Vorspann\r\n')
    expect(await read(bytes, [7])).toEqual([['a.pdf', Buffer.from('Muster')]])
  })

  test('a header that never ends is refused before it fills the memory', async () => {
    const bytes = Buffer.from(`--muster\r\nContent-Disposition: form-data; name="${'x'.repeat(20_000)}`)
    await expect(read(bytes, [1000])).rejects.toThrow(/nicht lesbar/)
  })
})

describe('the name of a file in a form', () => {
  const names: [string, string | Buffer, string | null][] = [
    ['a browser', 'name="file"; filename="Erlass über Karten.pdf"', 'Erlass über Karten.pdf'],
    ['a browser, with a quote in it', 'name="file"; filename="Der %22Erlass%22.pdf"', 'Der "Erlass".pdf'],
    ['curl, with a quote in it', 'name="file"; filename="Der \\"Erlass\\"; neu.pdf"', 'Der "Erlass"; neu.pdf'],
    ['.NET', `name=file; filename=Erlass.pdf; filename*=utf-8''Erl%C3%A4uterung.pdf`, 'Erläuterung.pdf'],
    ['.NET with an encoded word', 'name=file; filename="=?utf-8?B?w5xiZXIucGRm?="', 'Über.pdf'],
    ['Python', `name="file"; filename*=utf-8''%C3%9Cber%20Karten.pdf`, 'Über Karten.pdf'],
    ['an old program', Buffer.from('name="file"; filename="Erl\xe4uterung.pdf"', 'latin1'), 'Erläuterung.pdf'],
    ['a long header, folded', 'name="file";\r\n filename="Erlass.pdf"', 'Erlass.pdf'],
    ['a field without a file', 'name="bemerkung"', null],
    ['a browser in which nothing was chosen', 'name="file"; filename=""', null],
  ]
  test.each(names)('as %s writes it', async (_, disposition, expected) => {
    expect(await read(form([{ disposition, bytes: 'x' }]), [64])).toEqual([[expected, Buffer.from('x')]])
  })
})
