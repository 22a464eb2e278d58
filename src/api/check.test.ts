import { expect, test } from 'vitest'
import { inventedApi, post } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'
import { today } from '../law/day.ts'

test('a text is checked on the day and in the territory asked, else today in the office’s', async () => {
  const service = inventedService()
  const asked: unknown[] = []
  const { check } = service
  service.check = (text) => {
    asked.push(text)
    return check(text)
  }
  const { api } = inventedApi(service)
  const text = '§ 2a MusterAufG gilt.'
  const response = await post(api, '/v1/check', { text, asOf: '2024-02-29', territory: 'DE-BY' })
  expect(await response.json()).toEqual({ asOf: '2024-02-29', ...(await check({ text } as never)) })
  await post(api, '/v1/check', { text })
  expect(asked).toEqual([
    { text, asOf: '2024-02-29', territory: 'DE-BY' },
    { text, asOf: today(), territory: 'DE-NW' },
  ])
})

test.each([[{}], [{ text: ' ' }], [{ text: 'A'.repeat(100_001) }], [{ text: 'A', style: 'full' }]])(
  'what is no text to check is refused, and German says why',
  async (body) => {
    const response = await post(inventedApi(inventedService()).api, '/v1/check', body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/\p{L}/u) })
  },
)

test('before the first fill is complete nothing is called missing', async () => {
  const service = inventedService()
  service.ready = false
  expect((await post(inventedApi(service).api, '/v1/check', { text: '§ 1 MusterAufG' })).status).toBe(503)
})
