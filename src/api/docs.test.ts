import { expect, test } from 'vitest'
import { get, inventedApi } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'

const { api } = inventedApi(inventedService())

test('/openapi.json describes every address of the contract', async () => {
  const document = (await (await get(api, '/openapi.json')).json()) as { openapi: string; paths: object }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual([
    '/v1/answers/changed',
    '/v1/answers/changed/count',
    '/v1/questions',
    '/v1/answers/{id}',
    '/v1/answers/{id}/vermerk',
    '/v1/answers/{id}/recheck',
    '/v1/answers/{id}/feedback',
    '/v1/models',
    '/v1/chat/completions',
    '/v1/search',
    '/v1/check',
    '/v1/documents',
    '/v1/documents/{id}',
    '/v1/documents/{id}/norms',
    '/v1/decrees/flagged',
    '/v1/documents/{id}/norms/{norm}',
    '/v1/documents/{id}/norms/{norm}/history',
    '/v1/documents/{id}/norms/{norm}/diff',
    '/v1/sources',
    '/v1/settings',
    '/healthz',
    '/readyz',
    '/v1/runs',
    '/v1/runs/{id}',
    '/v1/runs/{id}/confirm',
    '/v1/health/completeness',
  ])
})

test('/docs shows them, with nothing from elsewhere', async () => {
  const page = await (await get(api, '/docs')).text()
  expect(page).toContain('POST /v1/questions')
  expect(page).toContain('id="form-Answer"')
  expect(page).not.toContain('undefined')
  expect(page).not.toMatch(/(?:src|href)="(?!\/|#)/)
})
