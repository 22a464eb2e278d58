import { afterAll, expect, test } from 'vitest'
import { startPostgres } from '../postgres-server.ts'
import { feedWhileKilling } from './feed-while-killing.ts'

const postgres = await startPostgres()
const papers = 50
const kills = 6

afterAll(() => {
  if (!('missing' in postgres)) postgres.stop()
})

const title = 'missing' in postgres ? ` (${postgres.missing})` : ''
test.skipIf('missing' in postgres)(
  `of two workers one is killed at random again and again while they read an office's papers: every row is as undisturbed${title}`,
  async () => {
    const fed = await feedWhileKilling('missing' in postgres ? '' : postgres.url, papers, kills)
    expect(fed.killed).toBe(kills)
    expect(fed.whileOpen).toBeGreaterThan(1)
    // Every seventh paper is a mail with an attachment.
    expect(fed.run).toMatchObject({ state: 'done', counts: { added: papers + Math.ceil(papers / 7), failed: 0 } })
    expect(fed.brokenRules).toEqual([])
    expect(fed.differences).toEqual([])
  },
  300_000,
)
