import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('without any variable the service is embedded, on loopback, and may look for a model there', () => {
  expect(readConfig({})).toMatchObject({
    port: 8787,
    host: '127.0.0.1',
    onLoopback: true,
    databaseUrl: null,
    dataFolder: './data',
    retentionDays: 30,
    rewrite: false,
    territory: 'DE-NW',
    llm: { url: 'auto', timeoutMs: 120_000, concurrency: 2 },
  })
})

test('beyond loopback no model is looked for unless somebody says so', () => {
  expect(readConfig({ HOST: '0.0.0.0' }).llm.url).toBe('off')
  expect(readConfig({ HOST: '0.0.0.0', FUNDSTELLE_LLM_URL: 'auto' }).llm.url).toBe('auto')
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 8787 })
})

test.each([
  [{ PORT: 'achtzig' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ FUNDSTELLE_RETENTION_DAYS: '-1' }, 'FUNDSTELLE_RETENTION_DAYS'],
  [{ FUNDSTELLE_GII_URL: 'nirgends' }, 'FUNDSTELLE_GII_URL'],
  [{ FUNDSTELLE_PROXY_HEADER: 'X-User' }, 'FUNDSTELLE_PROXY_SECRET'],
  [{ FUNDSTELLE_OFFLINE: 'vielleicht' }, 'FUNDSTELLE_OFFLINE'],
  [{ FUNDSTELLE_SYNC_CRON: 'jede Nacht' }, 'FUNDSTELLE_SYNC_CRON'],
  [{ FUNDSTELLE_SYNC_CRON: '0 25 * * *' }, 'FUNDSTELLE_SYNC_CRON'],
  [{ FUNDSTELLE_SYNC_CRON: '* * * * * *' }, 'FUNDSTELLE_SYNC_CRON'],
])('%j is refused, naming the variable', (environment, variable) => {
  expect(() => readConfig(environment)).toThrow(ConfigError)
  expect(() => readConfig(environment)).toThrow(variable)
})
