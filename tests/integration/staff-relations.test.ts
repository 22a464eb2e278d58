import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IngestEvent, PreviewedRelation, Upload, UploadPreview } from '../../src/law/intake.ts'
import { openStaffDesk, type StaffDesk } from '../open-staff-desk.ts'

/** Invented throughout. */
const decree = (
  day: string,
  number: string,
  text: string,
) => `Ministerium für Musterwesen des Landes Nordrhein-Westfalen

Erlass vom ${day}

Az.: ${number}

Betreff: Musterkarte

1 Grundsatz

${text}
`
const old = 'office:alt.txt'

describe('what a paper may do to another, in the hands of staff', () => {
  let desk: StaffDesk
  let paper: Upload
  beforeAll(async () => {
    desk = await openStaffDesk()
    const first = await desk.upload('Alt.txt', decree('12.03.2020', '15-39.01', 'Die Altkarte gilt vierzig Tage.'))
    await desk.call('POST', `/v1/ingest/uploads/${first.id}/publish`)
    const text =
      'Die Neukarte gilt neun Tage.\n\nDer Erlass vom 12.03.2020 – 15-39.01 – ist damit überholt.\n\n' +
      'Der Erlass vom 04.04.2019 – 15-39.00 – wird aufgehoben.'
    paper = await desk.upload('Neu.txt', decree('12.03.2024', '15-39.02', text))
  })
  afterAll(() => desk.close())

  const preview = async () =>
    (await (await desk.call('GET', `/v1/ingest/uploads/${paper.id}/preview`)).json()) as UploadPreview
  const judge = async ({ kind, text, fileNumber, issuedOn }: PreviewedRelation, verdict: string | null, more = {}) =>
    desk.call('POST', `/v1/ingest/uploads/${paper.id}/relations`, {
      kind,
      text,
      fileNumber,
      issuedOn,
      verdict,
      ...more,
    })
  const holds = async (asOf = '2026-01-01') => {
    const found = await desk.call('POST', '/v1/search', { query: 'Wie lange gilt die Altkarte?', asOf })
    const { hits } = (await found.json()) as { hits: { document: { id: string } }[] }
    return hits.some(({ document }) => document.id === old)
  }
  const undo = () => desk.call('POST', '/v1/ingest/documents/office:neu.txt/undo')
  const history = async () => {
    const read = await desk.call('GET', '/v1/ingest/documents/office:neu.txt/history')
    return ((await read.json()) as { events: IngestEvent[] }).events
  }
  const possible = async () => (await preview()).possibleRelations[0] as PreviewedRelation

  test('what was recognised with low certainty is shown with whom it would mean, and does nothing by itself', async () => {
    const { relations, possibleRelations } = await preview()
    expect(relations).toMatchObject([{ kind: 'repeals', fileNumber: '15-39.00', verdict: null }])
    expect(possibleRelations).toMatchObject([
      { kind: 'repeals', fileNumber: '15-39.01', meant: [{ documentId: old }], verdict: null },
    ])
    await desk.call('POST', `/v1/ingest/uploads/${paper.id}/publish`)
    expect(await holds()).toBe(true)
  })

  test('accepted, it ends the other at once; taken back, the other goes on', async () => {
    expect((await judge(await possible(), 'accepted')).status).toBe(200)
    expect(await holds()).toBe(false)
    expect(await holds('2024-03-11')).toBe(true)
    expect(await preview()).toMatchObject({
      relations: [{ fileNumber: '15-39.00' }, { fileNumber: '15-39.01', verdict: 'accepted' }],
      possibleRelations: [],
      upload: { state: 'published', isAhead: false },
    })
    expect((await history()).at(-1)).toMatchObject({
      kind: 'published',
      by: 'key:sb-editor',
      after: { verdicts: [{ fileNumber: '15-39.01', verdict: 'accepted' }] },
    })
    expect((await undo()).status).toBe(200)
    expect(await holds()).toBe(true)
    expect(await possible()).toMatchObject({ fileNumber: '15-39.01', verdict: null })
  })

  test('rejected, it stays without effect and is shown as rejected; the same once more is noted once', async () => {
    const relation = await possible()
    const before = (await history()).length
    await judge(relation, 'rejected')
    await judge(relation, 'rejected')
    expect((await history()).length).toBe(before + 1)
    expect(await holds()).toBe(true)
    expect(await possible()).toMatchObject({ fileNumber: '15-39.01', verdict: 'rejected' })
    await judge(relation, null)
    expect(await possible()).toMatchObject({ fileNumber: '15-39.01', verdict: null })
  })

  test('what was recognised for sure can be rejected, and be said to mean another document', async () => {
    const [sure] = (await preview()).relations as [PreviewedRelation]
    expect(sure).toMatchObject({ fileNumber: '15-39.00', problem: 'unknown' })
    await judge(sure, 'accepted', { documentId: old })
    expect(await holds()).toBe(false)
    await judge(sure, 'rejected')
    expect(await holds()).toBe(true)
    expect((await preview()).relations).toEqual([])
    await judge(sure, null)
  })

  test('of a draft it is kept until it is published', async () => {
    await desk.call('POST', '/v1/ingest/documents/office:neu.txt/withdraw', { reason: 'Versehen' })
    await judge(await possible(), 'accepted')
    expect(await holds()).toBe(true)
    await desk.call('POST', `/v1/ingest/uploads/${paper.id}/publish`)
    expect(await holds()).toBe(false)
    await undo()
    expect(await holds()).toBe(true)
  })

  test('a paper that is corrected and not published anew must be published first', async () => {
    await desk.call('POST', `/v1/ingest/uploads/${paper.id}/publish`)
    await desk.call('PATCH', `/v1/ingest/uploads/${paper.id}`, { subject: 'Anders' })
    const [sure] = (await preview()).relations as [PreviewedRelation]
    const refused = await judge(sure, 'rejected')
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('zuerst neu veröffentlichen') })
  })

  test('what was not recognised, an unknown document and readers are refused', async () => {
    const [sure] = (await preview()).relations as [PreviewedRelation]
    await undo()
    expect((await judge({ ...sure, text: 'Anderer Erlass' }, 'accepted')).status).toBe(422)
    expect((await judge(sure, 'accepted', { documentId: 'office:fehlt' })).status).toBe(422)
    expect((await judge(sure, 'vielleicht')).status).toBe(422)
    const body = { kind: sure.kind, text: sure.text, verdict: 'accepted' }
    const path = `/v1/ingest/uploads/${paper.id}/relations`
    expect((await desk.call('POST', path, body, 'reader')).status).toBe(403)
  })
})
