import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIntake } from '../../ingest/intake/open-intake.ts'
import { intakeParts } from '../../ingest/intake/wire-intake.ts'
import type { IngestEvent, Upload, UploadPreview } from '../../src/law/intake.ts'
import { makeMail } from '../office/make-mail.ts'
import { openStaffDesk, roles, type StaffDesk } from '../open-staff-desk.ts'

/** Invented throughout. */
const decree = (
  day: string,
  number: string,
  rule: string,
  more = '',
) => `Ministerium für Musterwesen des Landes Nordrhein-Westfalen

Erlass vom ${day}

Az.: ${number}

An die Ausländerbehörden des Landes

Betreff: Erteilung der Musterkarte

${more}

1 Grundsatz

${rule}

2 Verfahren

Die Behörde hört die Fachkraft an, bevor sie entscheidet.
`

describe('papers of the office in the hands of staff', () => {
  let desk: StaffDesk
  beforeAll(async () => {
    desk = await openStaffDesk()
  })
  afterAll(() => desk.close())

  const json = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T
  const preview = ({ id }: Upload) => json<UploadPreview>(desk.call('GET', `/v1/ingest/uploads/${id}/preview`))
  const publish = ({ id }: Upload, query = '') =>
    json<Upload>(desk.call('POST', `/v1/ingest/uploads/${id}/publish${query}`))
  const undo = (id: string) => desk.call('POST', `/v1/ingest/documents/${id}/undo`)
  const findable = async (query: string, asOf = '2026-11-01') => {
    const { hits } = await json<{ hits: { document: { id: string }; text: string }[] }>(
      desk.call('POST', '/v1/search', { query, asOf }),
    )
    return hits.map(({ document }) => document.id)
  }

  test('a decree is read, previewed with where each fact comes from, and answers only once it is published', async () => {
    const upload = await desk.upload(
      'Mustererlass.txt',
      decree('12.03.2024', '15-39.12.01-1', 'Die Musterkarte gilt vierzig Tage.'),
    )
    expect(upload).toMatchObject({ state: 'draft', documentId: 'office:mustererlass.txt', uploadedBy: 'key:sb-editor' })
    const seen = await preview(upload)
    expect(seen.fields.issuedOn).toMatchObject({ value: '2024-03-12', words: expect.stringContaining('12.03.2024') })
    expect(seen.fields.fileNumbers.value).toEqual(['15-39.12.01-1'])
    expect(seen.fields.territory).toMatchObject({ value: 'DE-NW' })
    expect(seen.validFrom).toBe('2024-03-12')
    expect(seen.sections.flatMap(({ passages }) => passages.map(({ text }) => text)).join(' ')).toContain(
      'vierzig Tage',
    )
    expect(await findable('Wie lange gilt die Musterkarte?')).toEqual([])
    expect(await publish(upload)).toMatchObject({ state: 'published', isAhead: false })
    expect(await findable('Wie lange gilt die Musterkarte?')).toContain('office:mustererlass.txt')
    expect(await findable('Wie lange gilt die Musterkarte?', '2024-03-11')).toEqual([])
  })

  test('publishing twice changes and notes nothing', async () => {
    const [upload] = (await json<{ uploads: Upload[] }>(desk.call('GET', '/v1/ingest/uploads'))).uploads
    expect(await publish(upload as Upload)).toMatchObject({ state: 'published' })
    const { events } = await json<{ events: IngestEvent[] }>(
      desk.call('GET', '/v1/ingest/documents/office:mustererlass.txt/history'),
    )
    expect(events.map(({ kind }) => kind)).toEqual(['uploaded', 'published'])
    expect(events.every(({ by }) => by === 'key:sb-editor')).toBe(true)
  })

  test('a correction after publication takes effect when it is published anew, and is taken back step by step', async () => {
    const [upload] = (await json<{ uploads: Upload[] }>(desk.call('GET', '/v1/ingest/uploads'))).uploads as [Upload]
    const id = 'office:mustererlass.txt'
    const path = `/v1/ingest/uploads/${upload.id}`
    expect(await json(desk.call('PATCH', path, { issuedOn: '2024-04-01' }))).toMatchObject({ isAhead: true })
    expect((await preview(upload)).fields.issuedOn).toMatchObject({ value: '2024-04-01', certainty: 'staff' })
    expect(await findable('Wie lange gilt die Musterkarte?', '2024-03-20')).toContain(id)
    await publish(upload)
    expect(await findable('Wie lange gilt die Musterkarte?', '2024-03-20')).toEqual([])
    expect(await findable('Wie lange gilt die Musterkarte?', '2024-04-02')).toContain(id)
    expect((await undo(id)).status).toBe(200)
    expect(await findable('Wie lange gilt die Musterkarte?', '2024-03-20')).toContain(id)
    expect(await json(desk.call('GET', path))).toMatchObject({ state: 'published', isAhead: false })
  })

  test('a withdrawn paper answers no longer, and answers again when that is taken back', async () => {
    const id = 'office:mustererlass.txt'
    const path = `/v1/ingest/documents/${id}/withdraw`
    expect((await desk.call('POST', path, { reason: 'Versehen' })).status).toBe(200)
    expect(await findable('Wie lange gilt die Musterkarte?')).toEqual([])
    expect((await desk.call('POST', path, { reason: 'noch einmal' })).status).toBe(409)
    await undo(id)
    expect(await findable('Wie lange gilt die Musterkarte?')).toContain(id)
  })

  test('a decree that takes another one’s place ends it; taken back, the other goes on', async () => {
    const upload = await desk.upload(
      'Neu.txt',
      decree('02.09.2025', '15-39.12.02-1', 'Die Musterkarte gilt fünfzig Tage.'),
    )
    const old = 'office:mustererlass.txt'
    const asked = await desk.call('PATCH', `/v1/ingest/uploads/${upload.id}`, { replaces: old })
    expect(asked.status).toBe(200)
    const seen = await preview(upload)
    expect(seen.relations.at(-1)).toMatchObject({ kind: 'replaces', meant: [{ documentId: old }], problem: null })
    expect(seen.difference?.flatMap(({ places }) => places).join('\n')).toContain('[vierzig → fünfzig]')
    await publish(upload)
    expect(await findable('Wie lange gilt die Musterkarte?')).toEqual(expect.not.arrayContaining([old]))
    expect(await findable('Wie lange gilt die Musterkarte?', '2025-09-01')).toContain(old)
    await undo('office:neu.txt')
    const now = await findable('Wie lange gilt die Musterkarte?')
    expect(now).toContain(old)
    expect(now).not.toContain('office:neu.txt')
  })

  test('a publication that breaks off in the middle changes no answer, and publishing again ends it', async () => {
    const upload = await desk.upload('Bruch.txt', decree('08.08.2025', '15-39.12.09-1', 'Die Bruchkarte ist grün.'))
    const { database } = desk.library
    const broken = {
      ...desk.library.embeddings,
      of: async () => {
        throw new Error('abgebrochen')
      },
    }
    const parts = intakeParts(
      { database, embeddings: broken },
      { dataFolder: '/nirgends', scanCommand: null, territory: 'DE' },
    )
    await expect(openIntake(parts).publish(upload.id, null, 'test')).rejects.toThrow('abgebrochen')
    expect(await json(desk.call('GET', `/v1/ingest/uploads/${upload.id}`))).toMatchObject({ state: 'draft' })
    expect(await findable('Welche Farbe hat die Bruchkarte?')).not.toContain('office:bruch.txt')
    await publish(upload)
    expect(await findable('Welche Farbe hat die Bruchkarte?')).toContain('office:bruch.txt')
    await undo('office:bruch.txt')
  })

  test('two who publish at the same time are noted once', async () => {
    const upload = await desk.upload(
      'Zugleich.txt',
      decree('09.08.2025', '15-39.12.08-1', 'Die Zugleichkarte ist rot.'),
    )
    await Promise.all([publish(upload), publish(upload)])
    const { events } = await json<{ events: IngestEvent[] }>(
      desk.call('GET', '/v1/ingest/documents/office:zugleich.txt/history'),
    )
    expect(events.filter(({ kind }) => kind === 'published').length).toBe(1)
    await Promise.all([undo('office:zugleich.txt'), undo('office:zugleich.txt')])
    expect(await findable('Welche Farbe hat die Zugleichkarte?')).not.toContain('office:zugleich.txt')
  })

  test('a draft’s events are streamed until it is read', async () => {
    const response = await desk.send('Strom.txt', decree('10.08.2025', '15-39.12.07-1', 'Die Stromkarte ist gelb.'))
    const { id } = (await response.json()) as Upload
    const events = await (await desk.call('GET', `/v1/ingest/uploads/${id}/events`)).text()
    expect(events).toMatch(/event: upload\ndata: .*"state":"draft"/)
  })

  test('the same file once more is the same upload', async () => {
    const text = decree('12.03.2024', '15-39.12.01-1', 'Die Musterkarte gilt vierzig Tage.')
    const response = await desk.send('Kopie.txt', text)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ fileName: 'Mustererlass.txt' })
  })

  test('what came with a mail is a draft of its own and says in which mail', async () => {
    const inner = decree('05.05.2025', '15-39.12.03-1', 'Die Anlagekarte kostet drei Mustertaler.')
    const mail = await desk.upload(
      'Weiterleitung.eml',
      makeMail('Zur Kenntnis', 'Anbei der Erlass.', [{ name: 'Anlage.txt', bytes: inner }]),
    )
    expect(mail.state).toBe('draft')
    const { uploads } = await json<{ uploads: Upload[] }>(desk.call('GET', '/v1/ingest/uploads'))
    expect(uploads.find(({ fileName }) => fileName === 'Anlage.txt')).toMatchObject({ parent: mail.id, state: 'draft' })
  })

  test('what is wrong in a correction is said field by field, and nothing of it is kept', async () => {
    const [upload] = (await json<{ uploads: Upload[] }>(desk.call('GET', '/v1/ingest/uploads'))).uploads as [Upload]
    const before = (await preview(upload)).fields
    for (const body of [
      { issuedOn: '2024-02-30' },
      { fileNumbers: [''] },
      { territory: 'XX' },
      { replaces: 'office:fehlt' },
    ]) {
      const response = await desk.call('PATCH', `/v1/ingest/uploads/${upload.id}`, body)
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/[a-zäöü]{4}/) })
    }
    expect((await preview(upload)).fields).toEqual(before)
  })

  test('a draft is removed with its file, a published paper is not', async () => {
    const draft = await desk.upload('Weg.txt', decree('06.06.2025', '15-39.12.04-1', 'Der Mustervermerk entfällt.'))
    const files = desk.files().length
    expect((await desk.call('DELETE', `/v1/ingest/uploads/${draft.id}`)).status).toBe(204)
    expect(desk.files().length).toBe(files - 1)
    const { uploads } = await json<{ uploads: Upload[] }>(desk.call('GET', '/v1/ingest/uploads'))
    const published = uploads.find(({ state }) => state === 'published') as Upload
    expect((await desk.call('DELETE', `/v1/ingest/uploads/${published.id}`)).status).toBe(409)
  })

  test('drafts that nobody publishes are forgotten with the questions, published papers are not', async () => {
    await desk.library.database.query(`update uploads set uploaded_at = now() - interval '40 days'`)
    await desk.intake.tend(30)
    const { uploads } = await json<{ uploads: Upload[] }>(desk.call('GET', '/v1/ingest/uploads'))
    expect(uploads.map(({ fileName }) => fileName).toSorted()).toEqual([
      'Bruch.txt',
      'Mustererlass.txt',
      'Neu.txt',
      'Zugleich.txt',
    ])
    expect(desk.files().toSorted()).toEqual(uploads.map(({ sha256 }) => sha256).toSorted())
  })

  test('what a killed process left unread is read at the next start', async () => {
    const upload = await desk.upload('Rest.txt', decree('07.07.2025', '15-39.12.05-1', 'Die Restkarte ist blau.'))
    await desk.library.database.query(
      `update uploads set state = 'reading', text = null, document_id = null where id = $1`,
      [upload.id],
    )
    expect((await desk.call('GET', `/v1/ingest/uploads/${upload.id}/preview`)).status).toBe(409)
    await desk.intake.resume()
    await desk.intake.idle()
    expect(await json(desk.call('GET', `/v1/ingest/uploads/${upload.id}`))).toMatchObject({ state: 'draft' })
  })

  test('the log names neither files nor what is in them', () => {
    expect(desk.log.length).toBeGreaterThan(0)
    expect(desk.log.join('\n')).not.toMatch(/mustererlass|\.txt|Musterkarte/i)
  })

  const routes: [string, string, unknown, Record<(typeof roles)[number], number>][] = [
    ['GET', '/v1/ingest/uploads', undefined, { reader: 403, editor: 200, administrator: 200 }],
    ['GET', '/v1/ingest/uploads/x', undefined, { reader: 403, editor: 404, administrator: 404 }],
    ['GET', '/v1/ingest/uploads/x/events', undefined, { reader: 403, editor: 404, administrator: 404 }],
    ['GET', '/v1/ingest/uploads/x/preview', undefined, { reader: 403, editor: 404, administrator: 404 }],
    ['PATCH', '/v1/ingest/uploads/x', { subject: 'Neu' }, { reader: 403, editor: 404, administrator: 404 }],
    ['POST', '/v1/ingest/uploads/x/publish', undefined, { reader: 403, editor: 404, administrator: 404 }],
    ['DELETE', '/v1/ingest/uploads/x', undefined, { reader: 403, editor: 404, administrator: 404 }],
    ['POST', '/v1/ingest/uploads?name=leer.txt', undefined, { reader: 403, editor: 422, administrator: 422 }],
    ['GET', '/v1/ingest/documents/office:x/history', undefined, { reader: 403, editor: 404, administrator: 404 }],
    ['POST', '/v1/ingest/documents/office:x/undo', undefined, { reader: 403, editor: 409, administrator: 409 }],
    ['POST', '/v1/ingest/documents/gii:x/undo', undefined, { reader: 403, editor: 403, administrator: 409 }],
    [
      'POST',
      '/v1/ingest/documents/office:x/withdraw',
      { reason: 'x' },
      { reader: 403, editor: 404, administrator: 404 },
    ],
    ['POST', '/v1/ingest/documents/gii:x/withdraw', { reason: 'x' }, { reader: 403, editor: 403, administrator: 404 }],
  ]
  test.each(routes)('%s %s is only for those whose work it is', async (method, path, body, expected) => {
    for (const role of roles) {
      const response = await desk.call(method, path, body, role)
      expect([role, response.status]).toEqual([role, expected[role]])
      if (response.status >= 400) expect(response.headers.get('content-type')).toContain('application/problem+json')
    }
  })
})
