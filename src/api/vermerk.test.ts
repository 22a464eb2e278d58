import { expect, test } from 'vitest'
import { get, inventedApi, post } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'
import { unzip } from '../../tests/unzip.ts'
import type { AnswerJson } from '../law/answer-json.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function asked() {
  const { api } = inventedApi(inventedService())
  const { id } = (await (await post(api, '/v1/questions', { question: 'A?', asOf: '2025-03-05' })).json()) as AnswerJson
  return { api, path: `/v1/answers/${id}/vermerk`, id }
}

test('an answer is handed out as a Word document with a name of its own', async () => {
  const { api, path, id } = await asked()
  const response = await get(api, `${path}?format=docx`)
  expect(response.headers.get('Content-Type')).toBe(docx)
  expect(response.headers.get('Content-Disposition')).toBe(
    `attachment; filename="vermerk-2025-03-05-${id.slice(0, 8)}.docx"`,
  )
  const files = await unzip(new Uint8Array(await response.arrayBuffer()))
  expect(files.get('word/document.xml')).toContain('http://localhost/v1/documents/')
})

test.each([
  ['application/json', 'application/json'],
  [docx, docx],
  ['text/markdown', 'text/markdown'],
  ['*/*', 'text/markdown'],
])('who accepts %s gets it', async (accept, mediaType) => {
  const { api, path } = await asked()
  const response = await get(api, path, { Accept: accept })
  expect(response.headers.get('Content-Type')).toContain(mediaType)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
})

test('there is no Vermerk of an answer that is not one’s own, nor in a format there is none of', async () => {
  const { api, path } = await asked()
  expect((await get(api, '/v1/answers/none/vermerk')).status).toBe(404)
  expect((await get(api, `${path}?format=pdf`)).status).toBe(422)
})
