import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Upload } from '../../src/law/intake.ts'
import { listen } from '../invented-api.ts'
import { makeZip } from '../make-zip.ts'
import { makeMail } from '../office/make-mail.ts'
import { makePdf } from '../office/make-pdf.ts'
import { describeWithOcr, scanOf } from '../office/ocr-tools.ts'
import { openStaffDesk, type StaffDesk } from '../open-staff-desk.ts'

const plain = 'Mustervermerk\n\nDie Musterkarte gilt vierzig Tage.\n'

describeWithOcr('a scan handed in', () => {
  test('is read page by page and says which pages were recognised', async () => {
    const desk = await openStaffDesk()
    const lines = ['Mustervermerk', 'Die Musterkarte gilt vierzig Tage.', 'Sie wird auf Antrag erteilt.']
    const scan = scanOf(makePdf([lines.map((text, at) => ({ text, y: 100 + at * 40, size: 18 }))]))
    const seen: (number | null)[] = []
    const watching = setInterval(() => {
      void desk.intake.list().then(([upload]) => upload && seen.push(upload.pages))
    }, 100)
    expect(await desk.upload('Scan.pdf', scan)).toMatchObject({
      state: 'draft',
      notes: [expect.stringContaining('Texterkennung (OCR) auf Seite 1')],
    })
    clearInterval(watching)
    expect(seen).toContain(1)
    await desk.close()
  })
})

describe('bad files at the door', () => {
  const tools = mkdtempSync(join(tmpdir(), 'fundstelle-scanner-'))
  let desk: StaffDesk
  beforeAll(async () => {
    const scanner = join(tools, 'scan.sh')
    writeFileSync(scanner, '#!/bin/sh\nif grep -q MUSTERVIRUS "$1"; then echo "Muster.Virus FOUND"; exit 1; fi\n')
    chmodSync(scanner, 0o755)
    desk = await openStaffDesk([scanner])
  })
  afterAll(async () => {
    await desk.close()
    rmSync(tools, { recursive: true })
  })

  const stored = async () => {
    const [row] = await desk.library.database.query<Record<string, number>>(
      `select (select count(*) from documents) as documents, (select count(*) from norms) as norms,
              (select count(*) from uploads where text is not null) as texts, (select count(*) from ingest_events) as events`,
    )
    return { ...row, files: desk.files().length }
  }
  const nothing = { documents: 0, norms: 0, texts: 0, events: 0, files: 0 }

  const editor = { Host: 'localhost:8787', Authorization: 'Bearer schluessel-editor' }
  /** More than the door takes, after a beginning. */
  const endless = (begin: string[]) => {
    const megabyte = new Uint8Array(1024 * 1024)
    let sent = 0
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        const first = begin.shift()
        controller.enqueue(first === undefined ? megabyte : Buffer.from(first))
        if ((sent += 1) > 400) controller.close()
      },
    })
  }

  const bad: [string, string, Uint8Array | string, RegExp][] = [
    [
      'an encrypted PDF',
      'geheim.pdf',
      makePdf([[{ text: 'Muster', y: 100 }]], { encrypted: true }),
      /(?:verschlüsselt|Kennwort)/,
    ],
    ['a damaged PDF', 'kaputt.pdf', '%PDF-1.7\nnichts mehr', /beschädigt/],
    [
      'a program that calls itself a decree',
      'Erlass.pdf',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 7)]),
      /ist ein Programm und wird nicht gelesen/,
    ],
    [
      'a picture that calls itself a text',
      'Erlass.docx',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      /Bitte/,
    ],
    ['a file without text', 'leer.html', '<html><body></body></html>', /kein Text/],
    [
      'a zip that leads out of its folder',
      'Erlasse.zip',
      makeZip([{ name: '../../etc/passwd.txt', content: plain }]),
      /Archiv wurde nicht angenommen.*hinaus/,
    ],
    ['a zip with an absolute path', 'Absolut.zip', makeZip([{ name: '/etc/muster.txt', content: plain }]), /absolut/],
    ['a damaged zip', 'kaputt.zip', 'PK\u0003\u0004 und mehr nicht', /beschädigt/],
    ['an empty zip', 'leer.zip', makeZip([]), /keine Datei|beschädigt/],
    [
      'a file the scanner says no to',
      'Virus.txt',
      `${plain}MUSTERVIRUS`,
      /Virenscanner hat die Datei abgelehnt: Muster.Virus FOUND/,
    ],
  ]
  test.each(bad)('%s is refused with what to do, and nothing of it stays', async (_, name, bytes, message) => {
    const upload = await desk.upload(name, bytes)
    expect(upload).toMatchObject({ state: 'refused', reason: expect.stringMatching(message), documentId: null })
    expect(await stored()).toEqual(nothing)
  })

  test('a file of 0 bytes is refused at once', async () => {
    const response = await desk.send('leer.pdf', '')
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('leer (0 Bytes)') })
    expect(await stored()).toEqual(nothing)
  })

  test('2 GB are refused before they are sent', async () => {
    const response = await desk.api.request('/v1/ingest/uploads?name=riesig.pdf', {
      method: 'POST',
      headers: { ...editor, 'Content-Length': '2147483648' },
      body: 'x',
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/2048 MB.*höchstens 100 MB/) })
    expect(await stored()).toEqual(nothing)
  })

  test('more than was announced is cut off while it arrives', async () => {
    const megabyte = new Uint8Array(1024 * 1024)
    const body = (async function* () {
      for (let sent = 0; sent < 102; sent += 1) yield megabyte
    })()
    await expect(desk.intake.receive(body, { fileName: 'lang.pdf', by: 'test' })).rejects.toThrow(/höchstens 100 MB/)
    expect(await stored()).toEqual(nothing)
  })

  test('a form of 2 GB is refused before it is sent, and one without end is cut off', async () => {
    const headers = { ...editor, 'Content-Type': 'multipart/form-data; boundary=muster' }
    const announced = { ...headers, 'Content-Length': '2147483648' }
    const early = await desk.api.request('/v1/ingest/uploads', { method: 'POST', headers: announced, body: 'x' })
    expect(early.status).toBe(413)
    expect(await early.json()).toMatchObject({ detail: expect.stringMatching(/2048 MB.*höchstens 100 MB je Datei/) })
    const body = endless(['--muster\r\nContent-Disposition: form-data; name="f"; filename="lang.pdf"\r\n\r\n'])
    const late = await desk.api.request('/v1/ingest/uploads', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as never)
    expect(late.status).toBe(413)
    expect(await late.json()).toMatchObject({
      detail: expect.stringMatching(/höchstens 100 MB/),
      files: [
        { fileName: 'lang.pdf', upload: null },
        { fileName: null, upload: null },
      ],
    })
    expect(await stored()).toEqual(nothing)
  })

  const forms: [string, string, string, number, RegExp][] = [
    [
      'without a file',
      'form-data; boundary=m',
      '--m\r\nContent-Disposition: form-data; name="x"\r\n\r\ny\r\n--m--',
      422,
      /keine Datei/,
    ],
    [
      'in which nothing was chosen',
      'form-data; boundary=m',
      '--m\r\nContent-Disposition: form-data; name="x"; filename=""\r\n\r\n\r\n--m--',
      422,
      /keine Datei/,
    ],
    [
      'that breaks off',
      'form-data; boundary=m',
      '--m\r\nContent-Disposition: form-data; name="x"; filename="a.txt"\r\n\r\nMuster',
      400,
      /endet zu früh/,
    ],
    ['without a boundary', 'form-data', 'x', 415, /boundary/],
    ['of another kind', 'mixed; boundary=m', 'x', 415, /multipart.form-data/],
  ]
  test.each(forms)('a form %s is refused with what to do', async (_, type, body, status, message) => {
    const headers = { ...editor, 'Content-Type': `multipart/${type}` }
    const response = await desk.api.request('/v1/ingest/uploads', { method: 'POST', headers, body })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(message) })
    expect(await stored()).toEqual(nothing)
  })

  test('of the files of a form each is taken or refused by itself', async () => {
    const server = await listen(desk.api)
    const form = new FormData()
    form.append('bemerkung', 'Bitte einlesen')
    for (const [name, text] of [
      ['Über Karten.txt', plain],
      ['leer.pdf', ''],
      ['Zweites.txt', `${plain}Sie ist grün.`],
    ] as const)
      form.append('file', new Blob([text]), name)
    const send = () =>
      fetch(`${server.origin}/v1/ingest/uploads`, {
        method: 'POST',
        headers: { Authorization: editor.Authorization },
        body: form,
      })
    const response = await send()
    expect(response.status).toBe(202)
    expect(response.headers.get('connection')).toBe('close')
    const { files } = (await response.json()) as { files: { upload: Upload | null }[] }
    expect(files).toMatchObject([
      { fileName: 'Über Karten.txt', isNew: true, upload: { fileName: 'Über Karten.txt' }, problem: null },
      {
        fileName: 'leer.pdf',
        isNew: false,
        upload: null,
        problem: { status: 422, detail: expect.stringContaining('leer (0 Bytes)') },
      },
      { fileName: 'Zweites.txt', isNew: true, upload: { fileName: 'Zweites.txt' }, problem: null },
    ])
    const again = await send()
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({
      files: [{ isNew: false, upload: { fileName: 'Über Karten.txt' } }, {}, {}],
    })
    await server.close()
    await desk.intake.idle()
    for (const { upload } of files) if (upload) await desk.call('DELETE', `/v1/ingest/uploads/${upload.id}`)
    expect(await stored()).toEqual(nothing)
  })

  test('a name that is a path is only a name', async () => {
    const upload = await desk.upload('../../../etc/Vermerk.txt', plain)
    expect(upload).toMatchObject({ state: 'draft', fileName: 'Vermerk.txt', documentId: 'office:vermerk.txt' })
    await desk.call('DELETE', `/v1/ingest/uploads/${upload.id}`)
    expect(await stored()).toEqual(nothing)
  })

  test('an upload that breaks off leaves nothing', async () => {
    const server = await listen(desk.api)
    await new Promise<void>((resolve) => {
      const sending = request(`${server.origin}/v1/ingest/uploads?name=halb.txt`, {
        method: 'POST',
        headers: { Authorization: 'Bearer schluessel-editor', 'Content-Length': '100000' },
      })
      sending.on('error', () => resolve())
      sending.write('Der Anfang', () => setTimeout(() => sending.destroy(), 200))
    })
    await server.close()
    await expect.poll(() => desk.files()).toEqual([])
    expect(await stored()).toEqual(nothing)
  })

  test('an attachment that cannot be taken is named at its mail', async () => {
    const mail = await desk.upload('Mail.eml', makeMail('Zur Kenntnis', 'Anbei.', [{ name: 'leer.pdf', bytes: '' }]))
    expect(mail).toMatchObject({ state: 'draft', notes: [expect.stringMatching(/^leer\.pdf: Die Datei ist leer/)] })
    await desk.call('DELETE', `/v1/ingest/uploads/${mail.id}`)
  })

  test('a good zip gives a draft for each of its files', async () => {
    const files = ['Eins', 'Zwei'].map((name) => ({ name: `Ordner/${name}.txt`, content: `${name}\n\n${plain}` }))
    expect(await desk.upload('Papiere.zip', makeZip(files))).toMatchObject({ state: 'unpacked' })
    const { uploads } = (await (await desk.call('GET', '/v1/ingest/uploads')).json()) as { uploads: Upload[] }
    expect(
      uploads
        .filter(({ state }) => state === 'draft')
        .map(({ fileName }) => fileName)
        .toSorted(),
    ).toEqual(['Eins.txt', 'Zwei.txt'])
  })
})
