import { Feed } from 'feed'
import { dayAt, germanDay } from '../law/day.ts'
import type { SyncRun } from '../law/sync-run.ts'
import type { Api } from './api-env.ts'
import { requireStaff } from './require-staff.ts'
import type { Service } from './service.ts'

const runsMost = 50

/** `GET /v1/runs.rss`: the ended runs that changed something, failed or wait for a person; RSS 2.0. */
export function addRunsFeed(api: Api, { upkeep }: Pick<Service, 'upkeep'>): void {
  api.get('/v1/runs.rss', async (c) => {
    requireStaff(c.get('caller'))
    const { origin } = new URL(c.req.url)
    const runs = (await upkeep.runs(runsMost)).filter(isNews)
    return c.body(feedOf(runs, origin), 200, { 'Content-Type': 'application/rss+xml; charset=utf-8' })
  })
}

function isNews({ endedAt, state, counts }: SyncRun): boolean {
  const changed = counts.added + counts.changed + counts.withdrawn + counts.returned + counts.failed
  return endedAt !== null && (state !== 'done' || changed > 0)
}

function feedOf(runs: readonly SyncRun[], origin: string): string {
  const feed = new Feed({
    id: `${origin}/ablaeufe`,
    link: `${origin}/ablaeufe`,
    title: 'Fundstelle: Abgleich der Quellen',
    description: 'Was neu, geändert, zurückgezogen oder misslungen ist',
    language: 'de',
    generator: 'Fundstelle',
    ...(runs[0] ? { updated: new Date(runs[0].endedAt ?? runs[0].createdAt) } : {}),
  })
  for (const run of runs)
    feed.addItem({
      id: `urn:uuid:${run.id}:${run.state}`,
      link: `${origin}/ablaeufe#${run.id}`,
      date: new Date(run.endedAt ?? run.createdAt),
      title: titleOf(run),
      description: descriptionOf(run),
    })
  return feed.rss2()
}

function titleOf({ name, source, state, createdAt }: SyncRun): string {
  const day = germanDay(dayAt(new Date(createdAt)))
  const news = { stopped: ' – wartet auf Zustimmung', failed: ' – gescheitert' }
  return `${name ?? source}, ${day}${state === 'stopped' || state === 'failed' ? news[state] : ''}`
}

function descriptionOf({ counts, failure, note }: SyncRun): string {
  const { added, changed, withdrawn, returned, failed } = counts
  const line = `${added} neu, ${changed} geändert, ${withdrawn} zurückgezogen, ${returned} wieder da, ${failed} nicht eingelesen.`
  return [line, failure, note].filter((text) => text !== null).join(' ')
}
